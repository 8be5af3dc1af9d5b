//! The attributes of panim: [`macro@animation`], [`macro@setup`], [`macro@update`].
//!
//! Use them through the `panim` crate. In here, an attribute and its item go through
//!
//! ```text
//! args ─ parse ─ check ─ expand
//!                  └───── fallback
//! ```
//!
//! The item itself comes out as it went in, but for the mark `#[index]`; `expand` adds what the runtime needs. After a
//! mistake `fallback` adds the message, and stand-ins for what is now missing: one mistake, one
//! message.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod args;
mod check;
mod expand;
mod fallback;
mod parse;
mod types;

#[cfg(test)]
mod tests;

use parse::Role;
use proc_macro2::TokenStream;
use quote::quote;

/// Marks a struct as an animation.
///
/// The struct holds what the frames are drawn from: data, settings, handles of the artists that
/// move. Its methods say how, in any inherent `impl` block: [`#[setup]`](macro@setup) builds the
/// figure, [`#[update]`](macro@update) changes it for each frame.
///
/// ```ignore
/// #[animation]
/// #[derive(Default)]
/// struct Wave {
///     x: Vec<f64>,
///     line: Handle<Line>,
/// }
/// ```
///
/// Each worker thread owns a value of the struct, so the fields must be `Send`, and there must be
/// an `#[update]`: both are checked here, on the struct. (Of a struct with type parameters, the
/// fields are checked for parameters that are `Send` and `Sync`; whether a chosen parameter is, and
/// whether there is an `#[update]` for it, shows where it is rendered.)
///
/// # Under another name
///
/// The attributes write paths that begin with `::panim`. Where panim is a dependency under another
/// name, say `anim`, either give it its name back once, at the root of the crate:
///
/// ```ignore
/// extern crate anim as panim;
/// ```
///
/// or tell each attribute: `#[animation(crate = ::anim)]`, `#[setup(crate = ::anim)]`,
/// `#[update(crate = ::anim)]`.
#[proc_macro_attribute]
pub fn animation(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand_animation(args.into(), item.into()).into()
}

/// Builds the figure: runs once on each worker, before its first frame.
///
/// The method takes `&mut self` (or `&self`) and `fig: &mut Figure`, nothing else, and returns `()`
/// or `Result<(), E>` with any error that turns into a `Box<dyn Error + Send + Sync>`. An animation
/// without a `#[setup]` begins with an empty figure.
///
/// ```ignore
/// #[setup]
/// fn setup(&mut self, fig: &mut Figure) {
///     self.x = linspace(0.0, 2.0 * TAU, 200);
///     let ax = fig.axes();
///     ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
///     self.line = ax.add(Line::new(&self.x, self.x.iter().map(|x| x.cos())));
/// }
/// ```
///
/// What it draws is the background of every frame. It runs on several workers, each with its own
/// value of the struct, so it must build the same figure each time.
///
/// The `impl` block may be another one than `#[update]`'s, in any module of the crate. On a generic
/// struct, the two blocks need the same bounds: a setup for fewer types than the update is not found,
/// and the compiler warns that it is never used.
#[proc_macro_attribute]
pub fn setup(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand_method(Role::Setup, args.into(), item.into()).into()
}

/// Draws one frame, by changing what moves.
///
/// The method takes `&self`, `frame: &mut Frame`, and then the parameters that differ from frame to
/// frame: none, or up to twelve, each with a name and a type. It returns `()` or `Result<(), E>` with
/// any error that turns into a `Box<dyn Error + Send + Sync>`, or with a `Box<dyn Error>`.
///
/// ```ignore
/// #[update]
/// fn update(&self, frame: &mut Frame, phase: f64) {
///     frame[self.line].set_y(self.x.iter().map(|x| (x + phase).cos()));
/// }
/// ```
///
/// Before each call the figure is as [`#[setup]`](macro@setup) left it, whichever frame this worker
/// drew before. It takes `&self`, since frames are drawn in any order, by several workers that each
/// have an animation of their own: a frame depends on its parameters and its number only. A
/// `RefCell` in the struct would get around that, and draw wrong frames as soon as there are two
/// workers. A state that goes on from frame to frame is stepped by the builder's `.simulate(frames,
/// state, |state| ..)`, and comes as a parameter.
///
/// # The frame's number
///
/// The argument marked `#[index]`, a `usize`, is the frame's position in the video, from 0. It is no
/// parameter. `frame.index()` is the same number, but cannot be asked for while something of the
/// frame is being changed:
///
/// ```ignore
/// #[update]
/// fn update(&self, frame: &mut Frame, #[index] i: usize, phase: f64) {
///     frame[self.axes].set_title(format!("frame {i}"));
/// }
/// ```
///
/// # Parameters
///
/// The names are those of the columns in a data file. By value, any type that is `Send`. By
/// reference, the owned form of the type travels to the worker: `&str` takes `String`s, `&[f64]`
/// takes `Vec<f64>`s, `&Row` takes `Row`s. With a lifetime that is named (`&'static str`, or `&'a
/// [f64]` in an `impl` for `'a`) the reference itself travels.
///
/// # What it adds
///
/// Two functions beside the method, both returning the `Render` builder:
///
/// - `render(path)` starts each worker from `Self::default()`.
/// - `value.render_to(path)` starts each worker from a clone of this very value: for data that is
///   loaded once, borrowed, or different from video to video.
///
/// ```ignore
/// let video = Wave::render("wave.mp4").fps(30).params(phases).run()?;
/// ```
#[proc_macro_attribute]
pub fn update(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    expand_method(Role::Update, args.into(), item.into()).into()
}

fn expand_animation(args: TokenStream, item: TokenStream) -> TokenStream {
    let added = args::crate_path("animation", args)
        .and_then(|panim| Ok(expand::animation(&panim, &parse::animation(item.clone())?)));
    match added {
        Ok(added) => quote!(#item #added),
        Err(mistakes) => fallback::animation(&mistakes, &item),
    }
}

fn expand_method(role: Role, args: TokenStream, item: TokenStream) -> TokenStream {
    let panim = args::crate_path(role.attribute(), args);
    let shown = parse::without_index(item.clone());
    let added = panim.clone().and_then(|panim| {
        let method = parse::method(role, item.clone())?;
        let checked = check::check(role, &method)?;
        Ok(match role {
            Role::Setup => expand::setup(&panim, &checked),
            Role::Update => expand::update(&panim, &checked),
        })
    });
    match added {
        Ok(added) => quote!(#shown #added),
        Err(mistakes) => {
            let panim = panim.unwrap_or_else(|_| args::default_path());
            fallback::method(role, &panim, &mistakes, &item)
        }
    }
}
