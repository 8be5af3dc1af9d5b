//! The board alone: rows and buffers are numbers here.
#![allow(clippy::unwrap_used)]

use super::*;
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    thread,
    time::Duration,
};

type Numbers = Board<usize, usize>;

/// `groups` groups of `length` frames, each row the frame's own number.
fn board(groups: usize, length: usize, buffers: usize) -> Numbers {
    let board = Board::new(buffers);
    (0..groups).for_each(|index| deal(&board, index, length));
    board
}

fn deal(board: &Numbers, index: usize, length: usize) {
    let first = index * length;
    board.deal(Group { index, first, rows: (first..first + length).collect() });
}

fn own(board: &Numbers) -> Ticket {
    match board.next_task() {
        Some(Task::Group(ticket)) => ticket,
        _ => panic!("no group to own"),
    }
}

/// The frame to draw ahead, and a buffer made for it if there was none.
fn ahead(board: &Numbers) -> (usize, usize) {
    match board.next_task() {
        Some(Task::DrawAhead(undrawn, buffer)) => (undrawn.frame, buffer.unwrap_or(0)),
        _ => panic!("nothing to draw ahead"),
    }
}

#[derive(Debug, PartialEq)]
enum Said {
    Draw(usize),
    Encode(usize),
    DrawAhead(usize),
    Done,
    Unwanted,
}

fn step(board: &Numbers, ticket: Ticket) -> Said {
    match board.next_step(ticket) {
        Step::Draw(undrawn) => Said::Draw(undrawn.frame),
        Step::Encode(frame, _) => Said::Encode(frame),
        Step::DrawAhead(undrawn, _) => Said::DrawAhead(undrawn.frame),
        Step::Done => Said::Done,
        Step::Unwanted => Said::Unwanted,
    }
}

fn first_frame() -> FirstFrame {
    let mut renderer = panim_figure::Renderer::new(open_figure()).unwrap();
    renderer.frame(0);
    renderer.open_by_frame().unwrap();
    renderer.first_frame().unwrap().clone()
}

/// A figure without data.
fn open_figure() -> panim_figure::Figure {
    let mut figure = panim_figure::Figure::new();
    figure.axes();
    figure
}

#[test]
fn whoever_has_another_frame_waits_for_what_the_first_one_says() {
    let board = board(1, 4, 4);
    thread::scope(|scope| {
        let waiting = scope.spawn(|| board.first(1).is_some());
        board.open(first_frame());
        assert!(waiting.join().unwrap());
    });
    assert!(board.first(3).is_some());
}

#[test]
fn nobody_waits_for_a_first_frame_that_does_not_come() {
    for stops in [true, false] {
        let board = board(1, 4, 4);
        thread::scope(|scope| {
            let waiting = scope.spawn(|| board.first(1).is_none());
            thread::sleep(Duration::from_millis(10));
            match stops {
                true => board.stop(),
                false => board.fail(0, Error::NoFrames),
            }
            assert!(waiting.join().unwrap());
        });
    }
}

fn can_draw_ahead(board: &Numbers) -> bool {
    board.lock().draw_ahead().is_some()
}

#[test]
fn an_owner_alone_draws_frame_after_frame() {
    let board = board(2, 3, 4);
    for first in [0, 3] {
        let ticket = own(&board);
        assert_eq!((ticket.first, ticket.frames), (first, 3));
        for frame in first..first + 3 {
            assert_eq!(step(&board, ticket), Said::Draw(frame));
        }
        assert_eq!(step(&board, ticket), Said::Done);
    }
}

#[test]
fn the_last_groups_are_drawn_in_order_if_they_are_too_few_for_all() {
    let board = board(3, 2, 8);
    let (first, second) = (own(&board), own(&board));
    // another group may come yet
    assert_eq!(step(&board, second), Said::Draw(2));
    board.end(2);
    assert_eq!(step(&board, second), Said::DrawAhead(0));
    assert_eq!(step(&board, second), Said::DrawAhead(1));
    assert_eq!(step(&board, second), Said::Draw(3));
    board.hand_over(0, 0);
    board.hand_over(1, 1);
    assert_eq!(step(&board, first), Said::Encode(0));
    assert_eq!(step(&board, first), Said::Encode(1));
    assert_eq!(step(&board, first), Said::Done);
    // now each has one
    let third = own(&board);
    assert_eq!(step(&board, third), Said::Draw(4));
    assert_eq!(step(&board, second), Said::Done);
}

#[test]
fn groups_are_taken_before_frames_are_drawn_ahead() {
    let board = board(2, 3, 4);
    assert_eq!(own(&board).index, 0);
    assert_eq!(own(&board).index, 1);
    assert_eq!([ahead(&board).0, ahead(&board).0, ahead(&board).0, ahead(&board).0], [0, 1, 2, 3]);
}

#[test]
fn what_was_drawn_ahead_is_encoded_in_order() {
    let board = board(1, 4, 4);
    let ticket = own(&board);
    assert_eq!(step(&board, ticket), Said::Draw(0));
    let ((first, one), (second, other)) = (ahead(&board), ahead(&board));
    assert_eq!((first, second), (1, 2));
    board.hand_over(second, other);
    // Frame 1 is not there yet: the owner draws another one meanwhile.
    assert_eq!(step(&board, ticket), Said::DrawAhead(3));
    board.hand_over(first, one);
    board.hand_over(3, 0);
    for frame in [1, 2, 3] {
        assert_eq!(step(&board, ticket), Said::Encode(frame));
    }
    assert_eq!(step(&board, ticket), Said::Done);
}

#[test]
fn no_more_is_drawn_ahead_than_there_are_buffers() {
    let board = board(1, 9, 2);
    let ticket = own(&board);
    assert_eq!(step(&board, ticket), Said::Draw(0));
    let (frame, buffer) = ahead(&board);
    ahead(&board);
    assert!(!can_draw_ahead(&board));
    board.hand_over(frame, buffer);
    assert!(!can_draw_ahead(&board));
    assert_eq!(step(&board, ticket), Said::Encode(1));
    board.give_back(buffer);
    assert!(can_draw_ahead(&board));
}

#[test]
fn an_owner_waits_for_a_frame_that_is_drawn_elsewhere() {
    let board = board(1, 1, 1);
    let ticket = own(&board);
    let (frame, buffer) = ahead(&board);
    thread::scope(|scope| {
        let owner = scope.spawn(|| step(&board, ticket));
        thread::sleep(Duration::from_millis(20));
        assert!(!owner.is_finished());
        board.hand_over(frame, buffer);
        assert_eq!(owner.join().unwrap(), Said::Encode(0));
    });
}

#[test]
fn a_worker_waits_for_a_group_and_leaves_when_the_board_stops() {
    let board = board(0, 0, 1);
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let ticket = own(&board);
            assert_eq!(step(&board, ticket), Said::Draw(0));
            assert_eq!(step(&board, ticket), Said::Done);
            board.next_task().is_none()
        });
        thread::sleep(Duration::from_millis(20));
        deal(&board, 0, 1);
        thread::sleep(Duration::from_millis(20));
        assert!(!worker.is_finished());
        board.stop();
        assert!(worker.join().unwrap());
    });
    assert!(board.into_failure().is_none());
}

#[test]
fn after_a_failure_earlier_frames_are_wanted_and_later_ones_are_not() {
    let board = board(3, 4, 4);
    let (one, other) = (own(&board), own(&board));
    board.fail(5, Error::NoFrames);
    assert!(board.has_failed());
    assert_eq!(step(&board, other), Said::Draw(4));
    assert_eq!(step(&board, other), Said::Unwanted);
    assert_eq!(ahead(&board).0, 0);
    assert_eq!([step(&board, one), step(&board, one)], [Said::DrawAhead(1), Said::DrawAhead(2)]);
}

#[test]
fn the_earliest_failure_stays() {
    let failure = |frames: [usize; 3]| {
        let board = board(1, 9, 0);
        for frame in frames {
            board.fail(frame, Error::NoSuchFrame { frame, frames: 0 });
        }
        board.into_failure()
    };
    for frames in [[3, 5, 7], [7, 5, 3], [5, 3, 7]] {
        assert!(matches!(failure(frames), Some(Error::NoSuchFrame { frame: 3, .. })));
    }
}

#[test]
fn a_failed_frame_releases_the_owner_that_waits_for_it() {
    let board = board(1, 2, 1);
    let ticket = own(&board);
    let (frame, _) = ahead(&board);
    thread::scope(|scope| {
        let owner = scope.spawn(|| step(&board, ticket));
        thread::sleep(Duration::from_millis(20));
        board.fail(frame, Error::NoFrames);
        assert_eq!(owner.join().unwrap(), Said::Unwanted);
    });
    assert!(board.next_task().is_none());
}

/// What became of a crew's work: the frames of each group that was encoded whole, and the failure.
struct Outcome {
    groups: BTreeMap<usize, Vec<usize>>,
    failure: Option<Error>,
}

/// Runs workers on the board as the real ones run. `bad` frames cannot be drawn.
fn work(
    board: Numbers,
    groups: usize,
    workers: usize,
    bad: &(dyn Fn(usize) -> bool + Sync),
) -> Outcome {
    let left = AtomicUsize::new(groups);
    let whole = Mutex::new(BTreeMap::new());
    let fail = |frame| board.fail(frame, Error::NoSuchFrame { frame, frames: 0 });
    let draw = |undrawn: Undrawn<usize>| {
        assert_eq!(undrawn.frame, undrawn.row);
        (0..undrawn.frame * 7919 % 5).for_each(|_| thread::yield_now());
        !bad(undrawn.frame)
    };
    let draw_ahead = |undrawn: Undrawn<usize>, buffer: Option<usize>| {
        let (frame, buffer) = (undrawn.frame, buffer.unwrap_or(0));
        if draw(undrawn) {
            board.hand_over(frame, buffer);
        } else {
            fail(frame);
            board.give_back(buffer);
        }
    };
    let own = |ticket: Ticket| {
        let mut encoded = Vec::new();
        loop {
            match board.next_step(ticket) {
                Step::Draw(undrawn) => {
                    let frame = undrawn.frame;
                    if draw(undrawn) { encoded.push(frame) } else { fail(frame) }
                }
                Step::Encode(frame, buffer) => {
                    encoded.push(frame);
                    board.give_back(buffer);
                }
                Step::DrawAhead(undrawn, buffer) => draw_ahead(undrawn, buffer),
                Step::Unwanted => return,
                Step::Done => break,
            }
        }
        whole.lock().unwrap().insert(ticket.index, encoded);
        // As the conductor does when all is written.
        if left.fetch_sub(1, SeqCst) == 1 {
            board.stop();
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(task) = board.next_task() {
                    match task {
                        Task::Group(ticket) => own(ticket),
                        Task::DrawAhead(undrawn, buffer) => draw_ahead(undrawn, buffer),
                    }
                }
            });
        }
    });
    Outcome { groups: whole.into_inner().unwrap(), failure: board.into_failure() }
}

#[test]
fn any_crew_encodes_every_frame_once_and_in_order() {
    for round in 0..400 {
        let (groups, length) = (1 + round % 5, 1 + round % 13);
        let (workers, buffers) = (1 + round % 7, round % 4);
        let outcome = work(board(groups, length, buffers), groups, workers, &|_| false);
        assert!(outcome.failure.is_none());
        let frames: Vec<_> = outcome.groups.into_values().flatten().collect();
        assert_eq!(frames, (0..groups * length).collect::<Vec<_>>(), "round {round}");
    }
}

#[test]
fn any_crew_reports_the_earliest_frame_that_fails() {
    for round in 0..400 {
        let (groups, length) = (2 + round % 5, 2 + round % 13);
        let (workers, buffers) = (1 + round % 7, round % 4);
        let earliest = round * 31 % (groups * length);
        let bad = |frame| frame >= earliest && (frame - earliest) % 3 == 0;
        let outcome = work(board(groups, length, buffers), groups, workers, &bad);
        let Some(Error::NoSuchFrame { frame, .. }) = outcome.failure else { panic!("no failure") };
        assert_eq!(frame, earliest, "round {round}");
        // What lies before it was encoded all the same.
        for (index, frames) in outcome.groups {
            assert_eq!(frames, (index * length..(index + 1) * length).collect::<Vec<_>>());
        }
    }
}

#[test]
fn with_few_encoders_few_groups_are_owned_and_the_others_draw_ahead() {
    let board = board(3, 2, 8);
    board.limit(1, 2);
    let first = own(&board);
    assert_eq!(ahead(&board).0, 0);
    assert_eq!(step(&board, first), Said::DrawAhead(1));
    assert!(!can_draw_ahead(&board), "a third picture is made");
    board.hand_over(0, 0);
    board.hand_over(1, 1);
    for frame in 0..2 {
        assert_eq!(step(&board, first), Said::Encode(frame));
    }
    assert_eq!(step(&board, first), Said::Done);
    assert_eq!(own(&board).first, 2);
}
