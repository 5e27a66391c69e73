//! What the environment says of stores: `aws_access_key_id`, as the stores' own tools name it, in small
//! letters.

use std::collections::BTreeMap;

pub type Settings = BTreeMap<String, String>;
