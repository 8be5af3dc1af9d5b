//! Parameters of `#[update]`: none, one, several, lent.

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
