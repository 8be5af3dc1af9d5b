//! Animations that are private or not.

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
