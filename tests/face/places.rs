//! Attributes wherever they may stand.

use super::*;

#[animation]
#[derive(Clone)]
struct Split(Log, u8);

mod elsewhere {
    use super::*;

    impl Split {
        #[setup]
        fn setup(&mut self, _: &mut Figure) {
            self.1 = 5;
        }
    }
}

mod further {
    use super::*;

    impl Split {
        #[update]
        fn update(&self, _: &mut Frame) {
            self.0.add(self.1);
        }
    }
}

#[test]
fn in_the_impls_of_other_modules() {
    let log = Log::default();
    run!(Split(log.clone(), 0).render_to(out("split.mp4")).frames(1)).unwrap();
    assert_eq!(log.lines(), ["5"]);
}

#[test]
fn in_a_function() {
    #[animation]
    #[derive(Default)]
    struct Local;

    impl Local {
        #[update]
        fn update(&self, _: &mut Frame) {}
    }
    run!(Local::render(out("local.mp4")).frames(1)).unwrap();
}

/// Makes an animation whose parameter's type is a macro's fragment.
macro_rules! animation_of {
    ($name:ident, $figure:ty, $param:ty) => {
        #[animation]
        #[derive(Clone)]
        struct $name(Log);

        impl $name {
            #[setup]
            fn setup(&self, _: $figure) {}

            #[update]
            fn update(&self, _: &mut Frame, value: $param) {
                self.0.add(value);
            }
        }
    };
}
animation_of!(Made, &mut Figure, &str);

#[test]
fn in_a_macro() {
    let log = Log::default();
    run!(Made(log.clone()).render_to(out("made.mp4")).params(["a".to_owned()])).unwrap();
    assert_eq!(log.lines(), ["a"]);
}

/// Names that are not what they seem.
#[allow(dead_code)]
mod misleading {
    use panim::{animation, setup, update};

    mod std {}
    mod core {}
    mod panim_runtime {}
    struct Result;
    struct Box;
    trait Default {}
    trait Clone {}

    #[animation]
    #[derive(Default, Clone)]
    pub(super) struct Wave {
        pub(super) this: f64,
    }

    impl Default for Wave {}
    impl Clone for Wave {}

    impl Wave {
        #[setup]
        fn surface(&mut self, this: &mut panim::Figure) {
            this.set_size(320, 240);
            let _ = (Result, |_: Box| {});
        }

        #[update]
        fn this(&self, surface: &mut panim::Frame<'_>, p1: f64, p0: f64) {
            assert_eq!(p0 - p1, 1.0 + surface.index() as f64);
        }
    }
}

#[test]
fn among_misleading_names() {
    run!(misleading::Wave::render(out("fresh.mp4")).params([(0.0, 1.0)])).unwrap();
    let wave = misleading::Wave { this: 1.0 };
    run!(wave.render_to(out("cloned.mp4")).params([(0.0, 1.0), (1.0, 3.0)])).unwrap();
}

mod renamed {
    pub(super) mod deep {
        pub(crate) use ::panim as anim;
    }
    use deep::anim::prelude::*;

    #[animation(crate = self::deep::anim)]
    #[derive(Default)]
    pub(super) struct Wave(u8);

    impl Wave {
        #[setup(crate = self::deep::anim)]
        fn setup(&mut self, _: &mut Figure) {
            self.0 = 1;
        }

        #[update(crate = crate::places::renamed::deep::anim)]
        fn update(&self, _: &mut Frame) {
            assert_eq!(self.0, 1);
        }
    }
}

#[test]
fn where_panim_has_another_name() {
    run!(renamed::Wave::render(out("renamed.mp4")).frames(1)).unwrap();
}
