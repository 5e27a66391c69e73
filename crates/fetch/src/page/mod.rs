//! Pages as they come: what form the bytes have, in what encoding, how deep, and what they show.

pub(crate) mod depth;
pub(crate) mod form;
pub(crate) mod look;
pub(crate) mod text;
