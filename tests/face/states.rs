//! Animations with a state.

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
