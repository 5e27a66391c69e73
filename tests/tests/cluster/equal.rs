//! What a cluster publishes is what one process publishes.

use portbook_tests::program;

use crate::machines::Machines;
use crate::made::Scene;

#[test]
fn three_executors_publish_what_one_process_does() {
    let scene = Scene::new("cluster-equal");
    let machines = Machines::started(scene.folder.path(), 3);
    let to = scene.folder.path().join("cluster");
    for _ in 0..2 {
        // The second time everything is there already.
        let ended = program::run(&mut scene.parse(&to, Some(&machines.engine())));
        scene.check(&ended, &to);
    }
}
