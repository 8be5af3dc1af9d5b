//! How the methods take the animation.

use super::*;

#[animation]
#[derive(Clone)]
struct Typed(Log, u8);

#[allow(clippy::needless_arbitrary_self_type)]
impl Typed {
    #[setup]
    fn setup(self: &mut Self, _: &mut Figure) {
        self.1 = 7;
    }

    #[update]
    fn update(self: &Self, _: &mut Frame) {
        self.0.add(self.1);
    }
}

#[test]
fn self_may_have_its_type_written_out() {
    let log = Log::default();
    run!(Typed(log.clone(), 0).render_to(out("typed.mp4")).frames(1)).unwrap();
    assert_eq!(log.lines(), ["7"]);
}

#[test]
fn a_marked_method_is_still_a_method() {
    let mut typed = Typed(Log::default(), 0);
    let setup: fn(&mut Typed, &mut Figure) = Typed::setup;
    setup(&mut typed, &mut Figure::new());
    assert_eq!(typed.1, 7);
}
