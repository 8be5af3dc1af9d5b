//! What may be written with the attributes, and what it then does.
#![deny(warnings, missing_docs, unreachable_pub, clippy::all)]
// `&mut Frame` is how an animation is written.
#![allow(elided_lifetimes_in_paths, clippy::unwrap_used)]

use panim::prelude::*;
use std::{
    fmt::Display,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

/// What the frames of a test were drawn with, in order.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn add(&self, what: impl Display) {
        self.0.lock().unwrap().push(what.to_string());
    }

    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// Renders in order, as small as can be.
macro_rules! run {
    ($render:expr) => {
        $render.size(16, 16).workers(1).run()
    };
}

fn out(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("face").join(name)
}

mod parameters {
    use super::*;

    #[animation]
    #[derive(Clone)]
    struct None_(Log);

    impl None_ {
        #[update]
        fn update(&self, frame: &mut Frame) {
            self.0.add(frame.index());
        }
    }

    #[test]
    fn none() {
        let log = Log::default();
        run!(None_(log.clone()).render_to(out("none.mp4")).frames(3)).unwrap();
        assert_eq!(log.lines(), ["0", "1", "2"]);
    }

    #[animation]
    #[derive(Clone)]
    struct One(Log);

    impl One {
        #[update]
        fn update(&self, _: &mut Frame, phase: f64) {
            self.0.add(phase);
        }
    }

    #[test]
    fn one() {
        let log = Log::default();
        run!(One(log.clone()).render_to(out("one.mp4")).params([0.5, 1.5])).unwrap();
        assert_eq!(log.lines(), ["0.5", "1.5"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Twelve(Log);

    impl Twelve {
        #[update]
        #[rustfmt::skip]
        #[allow(clippy::too_many_arguments)]
        fn update(
            &self, _: &mut Frame,
            a: u8, b: i32, mut c: f64, d: bool, e: char, f: String, g: Vec<f64>, h: (u8, u8),
            i: [u8; 2], j: Option<f64>, k: &str, l: u64,
        ) {
            c += 1.0;
            self.0.add(format!("{a} {b} {c} {d} {e} {f} {g:?} {h:?} {i:?} {j:?} {k} {l}"));
        }
    }

    #[test]
    fn twelve() {
        let log = Log::default();
        let row = (
            1,
            -2,
            3.5,
            true,
            'e',
            "f".to_owned(),
            vec![7.0],
            (8, 8),
            [9, 9],
            Some(10.0),
            "k".to_owned(),
            12,
        );
        run!(Twelve(log.clone()).render_to(out("twelve.mp4")).params([row])).unwrap();
        assert_eq!(log.lines(), ["1 -2 4.5 true e f [7.0] (8, 8) [9, 9] Some(10.0) k 12"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Numbered {
        log: Log,
        axes: Handle<Axes>,
    }

    impl Numbered {
        #[setup]
        fn setup(&mut self, fig: &mut Figure) {
            self.axes = fig.axes().handle();
        }

        #[update]
        fn update(&self, frame: &mut Frame, phase: f64, #[index] i: usize, name: &str) {
            frame[self.axes].set_title(format!("frame {i}"));
            self.log.add(format!("{i} {phase} {name}"));
        }
    }

    #[test]
    fn the_frames_number_is_no_parameter() {
        let (log, axes) = (Log::default(), Handle::default());
        let numbered = Numbered { log: log.clone(), axes };
        let rows = [(0.5, "a".to_owned()), (1.5, "b".to_owned())];
        run!(numbered.clone().render_to(out("numbered.mp4")).params(&rows)).unwrap();
        let table = "name,phase\nc,2.5\n";
        run!(numbered.render_to(out("numbered.mp4")).params_csv(table.as_bytes())).unwrap();
        assert_eq!(log.lines(), ["0 0.5 a", "1 1.5 b", "0 2.5 c"]);
    }

    #[test]
    fn what_is_lent_is_cloned_and_what_is_inferred_still_is() {
        let log = Log::default();
        let one = || One(log.clone()).render_to(out("lent.mp4"));
        let values = vec![0.5, 1.5];
        run!(one().params(&values)).unwrap();
        run!(one().params(values.iter())).unwrap();
        run!(one().params(&values[..1])).unwrap();
        run!(one().params(&[0.25])).unwrap();
        run!(one().params(["2.5"].iter().map(|text| text.parse().unwrap()))).unwrap();
        assert_eq!(log.lines(), ["0.5", "1.5", "0.5", "1.5", "0.5", "0.25", "2.5"]);
        assert!(run!(one().params([])).is_err());
    }

    #[derive(Clone, Debug)]
    struct Row {
        phase: f64,
    }

    #[animation]
    #[derive(Clone)]
    struct Borrowing(Log);

    impl Borrowing {
        #[update]
        fn update(&self, _: &mut Frame, name: &str, rows: &[f64], row: &Row, path: &Path, f: &f64) {
            self.0.add(format!("{name} {rows:?} {} {} {f}", row.phase, path.display()));
        }
    }

    #[test]
    fn by_reference_their_owned_forms_travel() {
        let log = Log::default();
        let row = ("a".to_owned(), vec![1.0], Row { phase: 2.0 }, PathBuf::from("p"), 3.0);
        run!(Borrowing(log.clone()).render_to(out("borrowing.mp4")).params([row])).unwrap();
        assert_eq!(log.lines(), ["a [1.0] 2 p 3"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Named<'a> {
        log: Log,
        rows: &'a [f64],
    }

    impl<'a> Named<'a> {
        #[update]
        fn update(&self, _: &mut Frame, row: &'a [f64], name: &'static str) {
            assert!(std::ptr::eq(row.as_ptr(), self.rows.as_ptr()), "the very same, not a copy");
            self.log.add(format!("{name} {row:?}"));
        }
    }

    #[test]
    fn with_a_named_lifetime_the_reference_travels() {
        let (log, rows) = (Log::default(), vec![1.0, 2.0]);
        let named = Named { log: log.clone(), rows: &rows };
        let params = (1..=2).map(|n| (&rows[..n], "first"));
        run!(named.render_to(out("named.mp4")).params(params)).unwrap();
        assert_eq!(log.lines(), ["first [1.0]", "first [1.0, 2.0]"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Functions(Log);

    impl Functions {
        #[update]
        fn update(&self, _: &mut Frame, f: fn(&str) -> usize, g: Box<dyn Fn(&f64) -> f64 + Send>) {
            self.0.add(format!("{} {}", f("four"), g(&0.5)));
        }
    }

    #[test]
    fn functions_may_borrow() {
        let log = Log::default();
        let row = (str::len as fn(&str) -> usize, Box::new(|x: &f64| x * 2.0) as Box<_>);
        run!(Functions(log.clone()).render_to(out("functions.mp4")).params([row])).unwrap();
        assert_eq!(log.lines(), ["4 1"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Raw {
        r#type: Log,
    }

    impl Raw {
        #[update]
        fn r#move(&self, _: &mut Frame, r#type: f64) {
            self.r#type.add(r#type);
        }
    }

    #[test]
    fn raw_names() {
        let log = Log::default();
        let raw = Raw { r#type: log.clone() };
        run!(raw.clone().render_to(out("raw.mp4")).params([0.5])).unwrap();
        let line = br#"{"type": 1.5}"#;
        run!(raw.clone().render_to(out("raw.mp4")).params_jsonl(&line[..])).unwrap();
        run!(raw.render_to(out("raw.mp4")).params_jsonl(&line.to_vec())).unwrap();
        assert_eq!(log.lines(), ["0.5", "1.5", "1.5"]);
    }
}

mod results {
    use super::*;
    use std::{error::Error as StdError, num::ParseFloatError};

    #[animation]
    #[derive(Default)]
    struct Fallible;

    impl Fallible {
        #[update]
        fn update(&self, _: &mut Frame, text: &str) -> Result<(), ParseFloatError> {
            text.parse::<f64>().map(drop)
        }
    }

    #[test]
    fn an_error_of_update_names_its_frame() {
        let texts = ["1.0", "x"].map(String::from);
        let error = run!(Fallible::render(out("fallible.mp4")).params(texts)).unwrap_err();
        let panim::Error::Frame { frame: 1, source } = error else { panic!("{error:?}") };
        assert!(source.is::<ParseFloatError>(), "{source}");
    }

    #[animation]
    #[derive(Default)]
    struct Broken;

    impl Broken {
        #[setup]
        fn setup(&self, _: &mut Figure) -> Result<(), Box<dyn StdError + Send + Sync>> {
            Err("no data")?
        }

        #[update]
        fn update(&self, _: &mut Frame) -> panim::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_error_of_setup_is_one_of_the_render() {
        let error = run!(Broken::render(out("broken.mp4")).frames(1)).unwrap_err();
        let panim::Error::Setup { source } = error else { panic!("{error:?}") };
        assert_eq!(source.to_string(), "no data");
    }

    #[animation]
    #[derive(Default)]
    struct Local;

    impl Local {
        #[setup]
        fn setup(&self, _: &mut Figure) -> Result<(), Box<dyn StdError>> {
            "1".parse::<f64>()?;
            Ok(())
        }

        #[update]
        fn update(&self, _: &mut Frame) -> Result<(), Box<dyn StdError>> {
            "x".parse::<f64>()?;
            Ok(())
        }
    }

    #[test]
    fn an_error_need_not_be_send() {
        let error = run!(Local::render(out("local.mp4")).frames(1)).unwrap_err();
        assert_eq!(error.to_string(), "frame 0 failed: invalid float literal");
    }

    /// Everything that may fail in a `main`.
    fn main() -> panim::Result<()> {
        let folder = out("main");
        std::fs::create_dir_all(&folder)?;
        let still = folder.join("still.png");
        Fallible::render(folder.join("a.mp4"))
            .params(["1".to_owned()])
            .still(0)?
            .save_png(&still)?;
        assert_eq!(panim::Picture::open_png(&still)?.width(), 640);
        let mut fig = Figure::new();
        fig.axes().add(Line::new([0.0, 1.0], [0.0, "1".parse::<f64>()?]).color("C0"));
        fig.save_png(folder.join("figure.png"))?;
        fig.axes().set_title("again");
        fig.save_png(folder.join("figure.png"))?;
        "C1".parse::<panim::Color>()?;
        panim::date(2026, 1, 1)?;
        panim::Renderer::new(Figure::new())?.picture()?;
        std::fs::remove_dir_all(&folder)?;
        Err("the end")?
    }

    #[test]
    fn whatever_panim_returns_converts_into_its_error() {
        assert_eq!(main().unwrap_err().to_string(), "the end");
        let nowhere = out("nowhere/nothing/a.png");
        let error: panim::Error = Figure::new().save_png(&nowhere).unwrap_err().into();
        assert!(matches!(&error, panim::Error::File { path, .. } if *path == nowhere), "{error}");
        let mut fig = Figure::new();
        fig.axes().add(Line::new([0.0], [0.0]).width(-1.0));
        let error: panim::Error = fig.save_png(&nowhere).unwrap_err().into();
        assert!(matches!(error, panim::Error::Figure { .. }), "{error}");
    }

    #[animation]
    #[derive(Default)]
    struct Worded;

    impl Worded {
        #[update]
        fn update(&self, _: &mut Frame) -> Result<(), String> {
            Err("out of luck".into())
        }
    }

    #[test]
    fn an_error_may_be_a_string() {
        let error = run!(Worded::render(out("worded.mp4")).frames(1)).unwrap_err();
        let panim::Error::Frame { frame: 0, source } = error else { panic!("{error:?}") };
        assert_eq!(source.to_string(), "out of luck");
    }
}

mod numbers {
    use super::*;

    #[animation]
    #[derive(Clone)]
    struct Single(Log);

    impl Single {
        #[update]
        fn update(&self, _: &mut Frame, x: f32) {
            self.0.add(x);
        }
    }

    #[test]
    fn numbers_of_any_type_are_taken() {
        let log = Log::default();
        let render = || Single(log.clone()).render_to(out("numbers.mp4"));
        let (width, height) = (32_usize, 16_u8);
        let video = render()
            .size(width, height)
            .dpi(100)
            .fps(29.97)
            .workers(1_usize)
            .quality(23.0)
            .gop(10_i64)
            .in_flight(2_u8)
            .total(3_i32)
            .log_every(1_u16)
            .sweep(0..3, 3_i32)
            .run()
            .unwrap();
        assert_eq!(log.lines(), ["0", "1", "2"]);
        assert_eq!((video.fps().num(), video.fps().den()), (30_000, 1001));
        assert_eq!((video.width(), video.height()), (32, 16));
        assert!(render().sweep(0.0_f32..=1.0, 3).still(2_i32).is_ok());
    }

    #[test]
    fn numbers_that_cannot_be_are_told_with_their_argument() {
        let render = || Single(Log::default()).render_to(out("numbers.mp4")).sweep(0.0..1.0, 3);
        for (wrong, message) in [
            (render().quality(22.5), "quality: 22.5 given; allowed: a whole number from 0"),
            (render().quality(-1), "quality: -1 given; allowed: a whole number from 0"),
            (render().gop(-1), "gop: -1 given; allowed: 0 or more"),
            (render().size(-5, 7), "size: -5 given; allowed: 0 or more"),
            (render().workers(u64::MAX), "workers: 9223372036854775807 given; allowed: 1 to"),
            (render().fps(-29.97), "fps: -2997/100 given"),
            (render().fps(f64::NAN), "fps: no number given"),
            (render().in_flight(0_u8), "in_flight: 0 given"),
        ] {
            let error = wrong.run().unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
        let error = render().still(-1).unwrap_err().to_string();
        assert_eq!(error, "still: -1 given; allowed: 0 or more");
    }
}

mod states {
    use super::*;

    #[derive(Clone, Debug, Default)]
    struct Walk {
        steps: usize,
    }

    #[animation]
    #[derive(Clone)]
    struct ByReference(Log);

    impl ByReference {
        #[update]
        fn update(&self, _: &mut Frame, #[index] i: usize, walk: &Walk) {
            assert_eq!(walk.steps, i);
            self.0.add(walk.steps);
        }
    }

    #[animation]
    #[derive(Default)]
    struct ByValue;

    impl ByValue {
        #[update]
        fn update(&self, _: &mut Frame, #[index] i: usize, mut walk: Walk, name: char) {
            walk.steps += 1;
            assert_eq!((walk.steps, name), (i + 1, (b'a' + i as u8) as char));
        }
    }

    #[test]
    fn a_frame_sees_the_state_after_as_many_steps_as_its_number() {
        let log = Log::default();
        let render = || ByReference(log.clone()).render_to(out("walk.mp4"));
        let step = |walk: &mut Walk| walk.steps += 1;
        run!(render().simulate(5, Walk::default(), step)).unwrap();
        assert_eq!(log.lines(), ["0", "1", "2", "3", "4"]);
        // in any order, on any worker
        render().size(16, 16).workers(3).simulate(100, Walk::default(), step).run().unwrap();
        render().simulate(9, Walk::default(), step).still(7).unwrap();
        assert_eq!(log.lines().last().unwrap(), "7");

        let render = ByValue::render(out("tuple.mp4"));
        let step = |(walk, name): &mut (Walk, char)| {
            walk.steps += 1;
            *name = char::from_u32(*name as u32 + 1).ok_or("no more letters")?;
            Ok::<_, &str>(())
        };
        run!(render.simulate(9, (Walk::default(), 'a'), step)).unwrap();
    }

    #[test]
    fn a_step_that_fails_fails_its_frame() {
        let step = |walk: &mut Walk| -> Result<(), Box<dyn std::error::Error>> {
            walk.steps += 1;
            if walk.steps == 40 { Err("it fell down".into()) } else { Ok(()) }
        };
        let render = ByReference(Log::default()).render_to(out("fell.mp4")).size(16, 16);
        let error = render.workers(2).gop(10).simulate(90, Walk::default(), step).run();
        assert_eq!(error.unwrap_err().to_string(), "frame 40 failed: it fell down");
    }
}

mod receivers {
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
}

mod generics {
    use super::*;

    #[animation]
    #[derive(Clone, Default)]
    struct Plot<T>
    where
        T: Clone,
    {
        log: Log,
        values: Vec<T>,
        last: Option<Box<Self>>,
    }

    impl<T: Clone + Display + Send> Plot<T> {
        #[setup]
        fn setup(&mut self, _: &mut Figure) {
            self.last = Some(Box::new(Plot { values: self.values.clone(), ..self.clone() }));
        }

        #[update]
        fn update(&self, frame: &mut Frame, value: T) {
            let last = self.last.as_ref().unwrap();
            self.log.add(format!("{} {value}", last.values[frame.index()]));
        }
    }

    #[test]
    fn of_a_type() {
        let log = Log::default();
        let plot = Plot { log: log.clone(), values: vec!['a', 'b'], last: None };
        run!(plot.render_to(out("plot.mp4")).params(['c', 'd'])).unwrap();
        assert_eq!(log.lines(), ["a c", "b d"]);
        let nothing = run!(Plot::<u8>::render(out("empty.mp4")).params([]));
        assert!(nothing.is_err());
    }

    #[animation]
    struct Borrowed<'a, 'b, T: ?Sized, const N: usize = 2> {
        log: Log,
        rows: &'a [&'b T; N],
    }

    impl<T: ?Sized, const N: usize> Clone for Borrowed<'_, '_, T, N> {
        fn clone(&self) -> Self {
            Self { log: self.log.clone(), rows: self.rows }
        }
    }

    impl<T: Display + Sync + ?Sized, const N: usize> Borrowed<'_, '_, T, N> {
        #[update]
        fn update(&self, frame: &mut Frame) {
            self.log.add(self.rows[frame.index()]);
        }
    }

    #[test]
    fn of_lifetimes_types_and_constants() {
        let (log, rows) = (Log::default(), ["a", "b"]);
        let borrowed = Borrowed { log: log.clone(), rows: &rows };
        run!(borrowed.render_to(out("borrowed.mp4")).frames(2)).unwrap();
        assert_eq!(log.lines(), ["a", "b"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Lifetime<'a> {
        log: Log,
        rows: &'a [f64],
    }

    impl Lifetime<'static> {
        #[update]
        fn update(&self, frame: &mut Frame) {
            self.log.add(self.rows[frame.index()]);
        }
    }

    #[test]
    fn of_one_lifetime_only() {
        let log = Log::default();
        run!(Lifetime { log: log.clone(), rows: &[1.0] }.render_to(out("life.mp4")).frames(1))
            .unwrap();
        assert_eq!(log.lines(), ["1"]);
    }

    #[animation]
    #[derive(Clone)]
    struct Projected<I: Iterator> {
        log: Log,
        items: I,
        last: Option<I::Item>,
        shared: Arc<I>,
    }

    impl<I: Iterator<Item = u8> + Clone> Projected<I> {
        #[update]
        fn update(&self, frame: &mut Frame) {
            assert!(self.last.is_none() && self.shared.size_hint().0 == 2);
            self.log.add(self.items.clone().nth(frame.index()).unwrap());
        }
    }

    #[test]
    fn of_an_associated_type() {
        let (log, items) = (Log::default(), [7, 8].into_iter());
        let shared = Arc::new(items.clone());
        let projected = Projected { log: log.clone(), items, last: None, shared };
        run!(projected.render_to(out("projected.mp4")).frames(2)).unwrap();
        assert_eq!(log.lines(), ["7", "8"]);
    }
}

mod places {
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
}

mod conditions {
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
}

mod visibility {
    use super::*;

    struct Private;

    /// Public, with a parameter that is not.
    #[animation]
    #[derive(Default)]
    pub(crate) struct Wave;

    impl Wave {
        /// Draws nothing.
        #[update]
        fn update(&self, _: &mut Frame, _private: Private) {}
    }

    #[test]
    fn a_parameter_may_be_more_private_than_its_animation() {
        run!(Wave::render(out("private.mp4")).params([Private])).unwrap();
    }

    #[test]
    fn the_builder_has_a_name() {
        fn described() -> panim::Render<Wave, (Private,)> {
            Wave::render("wave.mp4")
        }
        let _ = described();
    }
}

mod preludes {
    /// Beside plotters' prelude: names of both, and the four that both have, said explicitly.
    mod beside_plotters {
        use panim::{Histogram, Pie, Polygon, Text, plotters::prelude::*, prelude::*};

        #[animation]
        #[derive(Default)]
        pub(super) struct Both(Handle<Line>);

        impl Both {
            #[setup]
            fn setup(&mut self, fig: &mut Figure) -> Result<(), Box<dyn std::error::Error>> {
                let area = fig.area();
                let mut chart = ChartBuilder::on(&area).build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
                chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0)], BLUE.mix(0.5)))?;
                chart.draw_series([Circle::new((0.5, 0.5), 3, RED.filled())])?;
                drop((chart, area));
                let ax = fig.axes();
                self.0 = ax.add(Line::new([0, 1], [0, 1]).color(RED));
                ax.add(Bars::new([0, 1], [1, 2]));
                ax.add(Scatter::new([0, 1], [1, 2]));
                ax.add(Text::new((0, 1), "words"));
                ax.add(Polygon::new([0, 1, 0], [0, 0, 1]));
                ax.add(Histogram::new([1, 2, 2]));
                ax.add(FillBetween::new([0, 1], [0, 0], [1, 1]));
                ax.set_title("both").legend();
                fig.subplots(2, 1)[1].add(Pie::new([1, 2]));
                Ok(())
            }

            #[update]
            fn update(&self, frame: &mut Frame, phase: f64) {
                frame[self.0].set_y(linspace(0, phase, 2));
            }
        }
    }

    #[test]
    fn it_can_stand_beside_plotters() {
        use super::*;
        run!(beside_plotters::Both::render(out("both.mp4")).size(100, 100).params([0.5])).unwrap();
    }

    /// Every name of std's prelude means what it means without panim's.
    #[allow(dead_code, clippy::all)]
    mod beside_std {
        #[allow(unused_imports)]
        use panim::prelude::*;

        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        struct Plain;

        struct Bag(Vec<f64>);
        impl Extend<f64> for Bag {
            fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
                self.0.extend(values);
            }
        }
        impl FromIterator<f64> for Bag {
            fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
                Bag(values.into_iter().collect())
            }
        }
        impl Drop for Bag {
            fn drop(&mut self) {}
        }
        impl AsRef<[f64]> for Bag {
            fn as_ref(&self) -> &[f64] {
                &self.0
            }
        }
        impl AsMut<[f64]> for Bag {
            fn as_mut(&mut self) -> &mut [f64] {
                &mut self.0
            }
        }
        impl From<f64> for Bag {
            fn from(value: f64) -> Self {
                vec![value].into_iter().collect()
            }
        }
        impl TryFrom<&str> for Bag {
            type Error = String;
            fn try_from(text: &str) -> Result<Self, String> {
                let value: Option<f64> = text.parse().ok();
                value.map(Bag::from).ok_or_else(|| text.to_string())
            }
        }
        fn bounds<
            T: Send + Sync + Sized + Unpin + Into<Bag> + TryInto<Bag>,
            U: ToOwned + ?Sized,
        >(
            _: T,
            f: impl Fn(),
            mut g: impl FnMut(),
            h: impl FnOnce(),
            mut i: impl Iterator<Item = f64> + DoubleEndedIterator + ExactSizeIterator,
        ) -> Box<[Option<f64>]> {
            (f(), g(), h());
            let last = match i.next_back() {
                Some(last) => Some(last),
                None => None,
            };
            drop(Ok::<_, String>(()));
            Box::new([last])
        }
    }

    #[test]
    fn every_name_of_it_is_the_crates_own() {
        // A glob of a crate hides what a name means elsewhere: no name here is one of std's prelude.
        let std = "Send Sync Sized Drop Fn FnMut FnOnce AsyncFn AsyncFnMut AsyncFnOnce Unpin drop Box \
                   ToOwned Clone Copy PartialEq PartialOrd Eq Ord AsRef AsMut Into From Default \
                   Iterator Extend IntoIterator DoubleEndedIterator ExactSizeIterator Option Some None \
                   Result Ok Err String ToString Vec TryFrom TryInto FromIterator Future IntoFuture \
                   Debug Hash size_of align_of size_of_val align_of_val test bench derive cfg";
        let source = include_str!("../src/lib.rs");
        let prelude =
            source.split("pub mod prelude {").nth(1).unwrap().split("\n}").next().unwrap();
        let names: Vec<&str> = prelude
            .split(|char: char| !(char.is_alphanumeric() || char == '_'))
            .filter(|name| !name.is_empty())
            .collect();
        assert!(names.contains(&"Figure") && names.contains(&"linspace"));
        for name in std.split_whitespace() {
            assert!(!names.contains(&name), "{name} hides std's");
        }
    }
}
