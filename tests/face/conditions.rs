//! Fields and methods under conditions.

use super::*;

#[animation]
#[derive(Clone)]
struct Wave {
    log: Log,
    #[cfg(not(test))]
    gone: Nowhere,
    #[cfg(test)]
    here: u8,
}

impl Wave {
    #[setup]
    #[cfg(not(test))]
    fn setup(&mut self, _: &mut Nothing) {}

    #[cfg(test)]
    #[setup]
    fn prepare(&mut self, _: &mut Figure) {
        self.here = 3;
    }

    #[update]
    #[cfg(not(test))]
    async fn update(self, frame: Nothing) {}

    #[update]
    #[cfg(test)]
    fn draw(&self, _: &mut Frame) {
        self.log.add(self.here);
    }
}

#[animation]
#[cfg(not(test))]
struct Gone {
    field: Nowhere,
}

#[test]
fn what_is_not_there_does_not_count() {
    let log = Log::default();
    run!(Wave { log: log.clone(), here: 0 }.render_to(out("wave.mp4")).frames(1)).unwrap();
    assert_eq!(log.lines(), ["3"]);
}
