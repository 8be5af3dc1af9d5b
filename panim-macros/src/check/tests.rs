#![allow(clippy::unwrap_used)]

use super::check;
use crate::parse::{self, Role};
use syn::Error;

/// The mistakes in a method, each as the tokens it stands on and its message.
fn mistakes(role: Role, method: &str) -> Vec<(String, String)> {
    let method = parse::method(role, method.parse().unwrap()).unwrap();
    let mistakes = check(role, &method).err().into_iter().flatten();
    let shown = |mistake: Error| (mistake.span().source_text().unwrap(), mistake.to_string());
    mistakes.map(shown).collect()
}

/// Asserts that a method has one mistake, on these tokens, whose message contains this.
#[track_caller]
fn assert_mistake(role: Role, method: &str, tokens: &str, message: &str) {
    let mistakes = mistakes(role, method);
    let [(on, says)] = mistakes.as_slice() else { panic!("{mistakes:?}") };
    assert_eq!(on, tokens, "{says}");
    assert!(says.contains(message), "{says}");
}

#[track_caller]
fn assert_update(method: &str, tokens: &str, message: &str) {
    assert_mistake(Role::Update, method, tokens, message);
}

#[track_caller]
fn assert_setup(method: &str, tokens: &str, message: &str) {
    assert_mistake(Role::Setup, method, tokens, message);
}

/// The names of a method's parameters, each with what the method borrows of it.
fn params(method: &str) -> Vec<(String, Option<String>)> {
    let method = parse::method(Role::Update, method.parse().unwrap()).unwrap();
    let borrowed = |ty| quote::quote!(#ty).to_string();
    let checked = check(Role::Update, &method).unwrap_or_else(|mistake| panic!("{mistake}"));
    checked.params.into_iter().map(|p| (p.name, p.borrowed.map(borrowed))).collect()
}

#[test]
fn a_method_may_be_plain() {
    for method in [
        "fn update(&self, frame: &mut Frame) {}",
        "pub(crate) fn update(&self, frame: &mut Frame<'_>) -> Result<(), String> { Ok(()) }",
        "/// Docs.\n #[inline] const fn r#move(self: &Self, _: &mut panim::Frame, x: f64) {}",
        "fn update(&self, frame: &mut Frame, #[index] _: usize) {}",
    ] {
        assert_eq!(mistakes(Role::Update, method), [], "{method}");
    }
}

#[test]
fn parameters_have_names_and_may_be_borrowed() {
    let named = |name: &str, borrowed: Option<&str>| (name.into(), borrowed.map(String::from));
    assert_eq!(
        params(
            "fn update(&self, frame: &mut Frame, phase: f64, r#type: &str, mut rows: &'_ [f64], \
             id: &'static str, row: (&'a Row), f: fn(&str) -> &str, g: Box<dyn Fn(&str)>)"
        ),
        [
            named("phase", None),
            named("type", Some("str")),
            named("rows", Some("[f64]")),
            named("id", None),
            named("row", None),
            named("f", None),
            named("g", None),
        ]
    );
}

#[test]
fn qualifiers() {
    assert_update("async fn update(&self, frame: &mut Frame) {}", "async", "remove `async`");
    assert_update("unsafe fn update(&self, frame: &mut Frame) {}", "unsafe", "`unsafe` block");
    assert_update("extern \"C\" fn update(&self, frame: &mut Frame) {}", "extern \"C\"", "ABI");
    assert_update("fn update<T>(&self, frame: &mut Frame, x: T) {}", "<T>", "on the struct");
    assert_update(
        "fn update<const N: usize>(&self, f: &mut Frame) {}",
        "<const N: usize>",
        "struct",
    );
    assert_update("fn update<'a>(&'a self, frame: &mut Frame<'a>) {}", "<'a>", "leave them out");
}

#[test]
fn names_that_are_taken() {
    assert_update("fn render(&self, frame: &mut Frame) {}", "render", "rename this method");
    assert_update("fn render_to(&self, frame: &mut Frame) {}", "render_to", "rename this method");
    assert_setup("fn r#render(&self, fig: &mut Figure) {}", "r#render", "rename this method");
}

#[test]
fn receivers() {
    let by_reference = "one value draws many frames";
    assert_update("fn update(self, frame: &mut Frame) {}", "self", by_reference);
    assert_update("fn update(mut self, frame: &mut Frame) {}", "mut self", by_reference);
    assert_setup("fn setup(self: Box<Self>, f: &mut Figure) {}", "self: Box<Self>", by_reference);
    for this in ["&mut self", "self: &mut Self", "self: (&mut Self)", "&'_ mut self"] {
        let method = format!("fn update({this}, frame: &mut Frame) {{}}");
        assert_update(&method, this, ".simulate(frames, state, |state| ..)");
        assert_update(&method, this, "`RefCell`");
    }
    assert_update("fn update(frame: &mut Frame) {}", "frame: &mut Frame", "goes on a method");
    assert_setup("fn setup() {}", "()", "goes on a method");
}

#[test]
fn surfaces() {
    let frame = "after `self` comes `frame: &mut Frame`";
    assert_update("fn update(&self) {}", "(&self)", frame);
    assert_update("fn update(&self, phase: f64) {}", "phase: f64", frame);
    assert_update("fn update(&self, frame: &Frame) {}", "frame: &Frame", frame);
    assert_update("fn update(&self, f: &mut impl Draw) {}", "f: &mut impl Draw", frame);
    let figure = "after `self` comes `fig: &mut Figure`";
    assert_setup("fn setup(&mut self) {}", "(&mut self)", figure);
    assert_setup("fn setup(&mut self, fig: Figure) {}", "fig: Figure", figure);
}

#[test]
fn parameters() {
    let wrong = |param: &str, tokens: &str, message: &str| {
        assert_update(&format!("fn update(&self, f: &mut Frame, {param}) {{}}"), tokens, message);
    };
    wrong("(a, b): (f64, f64)", "(a, b)", "a plain name");
    wrong("_: f64", "_", "a plain name");
    wrong("x: impl Into<f64>", "impl Into<f64>", "a concrete type");
    wrong("x: Vec<impl Copy>", "impl Copy", "a concrete type");
    wrong("x: &impl Copy", "impl Copy", "a concrete type");
    wrong("x: Vec<_>", "_", "a concrete type");
    wrong("x: &mut f64", "&mut f64", "read-only");
    wrong("x: Option<&str>", "&str", "`String` for `&str`");
    wrong("x: &[&str]", "&str", "`String` for `&str`");
    wrong("x: Cow<'_, str>", "'_", "`String` for `&str`");
    wrong("x: &dyn Fn(f64)", "&dyn Fn(f64)", "a `Box` of it");
    wrong("#[cfg(any())] x: f64", "#[cfg(any())]", "the whole method");
}

#[test]
fn the_frames_number() {
    let update = |args: &str| format!("fn update(&self, f: &mut Frame, {args}) {{}}");
    let method = update("a: f64, #[index] i: usize, b: f64");
    let method = parse::method(Role::Update, method.parse().unwrap()).unwrap();
    let checked = check(Role::Update, &method).unwrap_or_else(|mistake| panic!("{mistake}"));
    let names: Vec<_> = checked.params.iter().map(|param| param.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(checked.index.map(|index| index.after), Some(1));

    let twice = update("#[index] i: usize, #[index] j: usize");
    assert_update(&twice, "#[index]", "a second time");
    assert_update(&update("#[index(0)] i: usize"), "index(0)", "no arguments");
    assert_update(&update("#[index] i: &mut usize"), "&mut usize", "read-only");
    let own = "an argument of its own, after the frame";
    assert_update("fn update(&self, #[index] f: &mut Frame) {}", "#[index]", own);
    assert_update("fn update(#[index] &self, f: &mut Frame) {}", "#[index]", own);
    assert_setup(
        "fn setup(&self, f: &mut Figure, #[index] i: usize) {}",
        "#[index] i: usize",
        "any frame",
    );
}

#[test]
fn no_more_parameters_than_a_row_holds() {
    let update = |n: usize| {
        let params: String = (0..n).map(|i| format!(", p{i}: f64")).collect();
        format!("fn update(&self, frame: &mut Frame{params}) {{}}")
    };
    assert_eq!(params(&update(12)).len(), 12);
    assert_update(&update(13), "p12: f64", "up to 12 parameters");
}

#[test]
fn a_setup_has_no_parameters() {
    assert_setup("fn setup(&self, fig: &mut Figure, x: f64) {}", "x: f64", "go to `#[update]`");
}

#[test]
fn every_mistake_is_reported() {
    let method = "async fn update<T>(self, n: usize, (a, b): (T, T), z: &mut f64) {}";
    let tokens: Vec<_> = mistakes(Role::Update, method).into_iter().map(|(on, _)| on).collect();
    assert_eq!(tokens, ["async", "<T>", "self", "n: usize", "(a, b)", "&mut f64"]);
}
