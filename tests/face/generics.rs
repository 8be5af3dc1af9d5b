//! Animations with type parameters.

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
    run!(Lifetime { log: log.clone(), rows: &[1.0] }.render_to(out("life.mp4")).frames(1)).unwrap();
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
