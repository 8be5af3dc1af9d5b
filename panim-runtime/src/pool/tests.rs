//! Groups and the dispatcher, one call after the other. A row is its frame's number.
#![allow(clippy::unwrap_used)]

use super::{group::Lease, *};
use crate::{encode::GroupEncoder, groups::Group, picture::Prepared};
use panim_figure::__private::Damage;
use std::thread;

/// Counts its pictures.
struct Counter(usize);

impl GroupEncoder for Counter {
    fn push(&mut self, _: &Prepared, _: &Damage) -> Result<()> {
        self.0 += 1;
        Ok(())
    }
    fn encoded(&self) -> usize {
        self.0
    }
    fn finish(self: Box<Self>) -> Result<EncodedGroup> {
        Ok(EncodedGroup::default())
    }
}

fn permits(pictures: usize) -> Permits {
    let permits = Permits::none();
    permits.issue(pictures);
    permits
}

fn group(index: usize, frames: usize) -> Group<usize> {
    let first = index * frames;
    Group { index, first, rows: (first..first + frames).collect() }
}

fn draw<'g, 'e>(group: &'g ActiveGroup<'e, usize>, permits: &Permits) -> Claim<'g, 'e, usize> {
    match group.claim(permits, &mut None) {
        Next::Draw(claim, row) => {
            assert_eq!(claim.frame(), row);
            claim
        }
        _ => panic!("nothing to draw"),
    }
}

fn must_wait(group: &ActiveGroup<'_, usize>, permits: &Permits) -> bool {
    matches!(group.claim(permits, &mut None), Next::Wait)
}

fn is_claimed(group: &ActiveGroup<'_, usize>, permits: &Permits) -> bool {
    matches!(group.claim(permits, &mut None), Next::Nothing)
}

fn hand_in<'g, 'e>(claim: Claim<'g, 'e, usize>) -> Option<Lease<'g, 'e, usize>> {
    claim.hand_in(&Prepared::Rgba(vec![0; 64]))
}

/// The frames that the lease encodes; and whether its group is complete then.
fn encode(mut lease: Lease<'_, '_, usize>) -> (Vec<usize>, bool) {
    let mut frames = vec![lease.frame()];
    lease.encoder(|| Ok(Box::new(Counter(0)))).unwrap();
    while let Some(permit) = lease.next() {
        assert!(permit.picture().is_some());
        frames.push(lease.frame());
    }
    (frames, lease.finish().is_some())
}

#[test]
fn a_worker_alone_with_its_group_needs_no_permit() {
    let (limit, permits) = (Limit::none(), permits(0));
    let group = ActiveGroup::new(group(2, 3), &limit);
    for frame in 6..9 {
        let claim = draw(&group, &permits);
        assert!(must_wait(&group, &permits) || frame == 8);
        assert_eq!(encode(hand_in(claim).unwrap()), (vec![frame], frame == 8));
    }
    assert!(is_claimed(&group, &permits));
}

#[test]
fn pictures_that_waited_are_encoded_in_order() {
    let (limit, permits) = (Limit::none(), permits(3));
    let group = ActiveGroup::new(group(0, 4), &limit);
    let claims = [(); 4].map(|()| draw(&group, &permits));
    let [zero, one, two, three] = claims;
    assert!(hand_in(two).is_none() && hand_in(one).is_none());
    let lease = hand_in(zero).unwrap();
    // while it is encoded
    assert!(hand_in(three).is_none());
    assert_eq!(encode(lease), (vec![0, 1, 2, 3], true));
    assert_eq!(std::iter::from_fn(|| permits.try_take()).collect::<Vec<_>>().len(), 3);
}

#[test]
fn no_more_pictures_wait_than_there_are_permits() {
    let (limit, permits) = (Limit::none(), permits(1));
    let group = ActiveGroup::new(group(0, 4), &limit);
    let (zero, one) = (draw(&group, &permits), draw(&group, &permits));
    assert!(must_wait(&group, &permits));
    assert!(hand_in(one).is_none());
    assert!(must_wait(&group, &permits));
    assert_eq!(encode(hand_in(zero).unwrap()), (vec![0, 1], false));
    // one that is the next for certain, and one that is not
    let (two, three) = (draw(&group, &permits), draw(&group, &permits));
    assert!(hand_in(three).is_none());
    assert_eq!(encode(hand_in(two).unwrap()), (vec![2, 3], true));
}

#[test]
fn a_frame_that_is_given_up_frees_what_waits_behind_it_and_no_more() {
    let (limit, permits) = (Limit::none(), permits(3));
    let group = ActiveGroup::new(group(0, 5), &limit);
    let [zero, one, two, three] = [(); 4].map(|()| draw(&group, &permits));
    assert!(hand_in(three).is_none() && hand_in(one).is_none());
    drop(two);
    assert!(permits.try_take().is_some() && permits.try_take().is_some());
    assert!(is_claimed(&group, &permits), "the last one is not wanted");
    assert_eq!(encode(hand_in(zero).unwrap()), (vec![0, 1], false));
}

#[test]
fn an_encoder_that_fails_frees_what_waits_behind_it() {
    let (limit, permits) = (Limit::none(), permits(1));
    let group = ActiveGroup::new(group(0, 3), &limit);
    let (zero, one) = (draw(&group, &permits), draw(&group, &permits));
    assert!(hand_in(one).is_none());
    drop(hand_in(zero).unwrap());
    assert!(permits.try_take().is_some());
    assert!(is_claimed(&group, &permits));
}

#[test]
fn frames_beyond_the_limit_are_not_encoded() {
    let (limit, permits) = (Limit::none(), permits(2));
    let group = ActiveGroup::new(group(0, 4), &limit);
    let [zero, one, two] = [(); 3].map(|()| draw(&group, &permits));
    assert!(hand_in(one).is_none());
    limit.lower_to(1);
    assert!(hand_in(two).is_none() && is_claimed(&group, &permits));
    assert_eq!(encode(hand_in(zero).unwrap()), (vec![0], false));
    assert!(permits.try_take().is_some() && permits.try_take().is_some());
}

#[test]
fn whoever_has_several_groups_draws_the_earliest_frame_that_it_can() {
    let (limit, permits) = (Limit::none(), permits(1));
    let [one, other] = [0, 1].map(|index| Arc::new(ActiveGroup::new(group(index, 2), &limit)));
    let job = Job { groups: [Arc::clone(&one), Arc::clone(&other)].into() };
    let claim = || job.claim(&permits).unwrap().0;
    let claims = [claim(), claim(), claim()];
    assert_eq!(claims.each_ref().map(Claim::frame), [0, 1, 2]);
    thread::scope(|scope| {
        // the last one waits for a permit
        let last = scope.spawn(|| claim().frame());
        let [zero, one, two] = claims;
        assert!(hand_in(one).is_none());
        assert_eq!(encode(hand_in(zero).unwrap()), (vec![0, 1], true));
        assert_eq!(last.join().unwrap(), 3);
        // which gave it up
        assert_eq!(encode(hand_in(two).unwrap()), (vec![2], false));
    });
    assert!(job.claim(&permits).is_none());
}

/// The groups of each job that is sent, in order.
fn sent(queue: &Queue<'_, usize>) -> Vec<Vec<usize>> {
    let jobs = std::iter::from_fn(|| queue.try_next().ok());
    jobs.map(|job| job.groups.iter().map(|group| group.index).collect()).collect()
}

fn is_closed(queue: &Queue<'_, usize>) -> bool {
    matches!(queue.try_next(), Err(TryRecvError::Disconnected))
}

const SET_UP: SetUp = SetUp { size: (4, 4), encoders: None, pictures: None };

#[test]
fn every_worker_has_groups_of_its_own_and_helps_in_the_end() {
    let limit = Limit::none();
    let mut dispatcher = Dispatcher::new(2, &limit);
    let queue = dispatcher.queue();
    (0..3).for_each(|index| dispatcher.push(group(index, 2)));
    assert!(sent(&queue).is_empty(), "no worker is set up");
    dispatcher.set_up(SET_UP);
    dispatcher.set_up(SET_UP);
    dispatcher.help();
    assert_eq!(sent(&queue), [[0], [1], [2]]);
    dispatcher.encoded(1);
    dispatcher.help();
    dispatcher.push(group(3, 2));
    assert_eq!(sent(&queue), [[3]]);
    [0, 2].iter().for_each(|&index| dispatcher.encoded(index));
    dispatcher.help();
    assert_eq!(sent(&queue), [[3], [3]]);
    dispatcher.end();
    assert!(is_closed(&queue) || !sent(&queue).is_empty() && is_closed(&queue));
}

#[test]
fn the_last_groups_are_drawn_in_order_if_they_are_too_few_for_all() {
    let limit = Limit::none();
    let mut dispatcher = Dispatcher::new(2, &limit);
    let queue = dispatcher.queue();
    dispatcher.set_up(SET_UP);
    (0..4).for_each(|index| dispatcher.push(group(index, 2)));
    let begun = queue.next().unwrap();
    let _claim = begun.claim(&queue.permits);
    dispatcher.end();
    let each: [&[usize]; 5] = [&[1], &[0, 1, 2], &[3], &[0, 1, 2, 3], &[0, 1, 2, 3]];
    assert_eq!(sent(&queue), each);
    assert!(is_closed(&queue));
}

#[test]
fn whoever_waits_for_frame_0_is_let_go_by_what_it_says_or_if_it_is_not_wanted() {
    for is_lowered in [false, true] {
        let limit = Limit::none();
        limit.lower_to(7);
        thread::scope(|scope| {
            let waiting = scope.spawn(|| limit.first().is_none());
            match is_lowered {
                true => limit.lower_to(0),
                false => limit.publish(FirstFrame::default()),
            }
            assert_eq!(waiting.join().unwrap(), is_lowered);
        });
    }
}

#[test]
fn no_more_groups_are_begun_than_there_are_encoders() {
    let limit = Limit::none();
    let mut dispatcher = Dispatcher::new(2, &limit);
    let queue = dispatcher.queue();
    dispatcher.set_up(SetUp { encoders: Some(1), pictures: Some(3), ..SET_UP });
    (0..2).for_each(|index| dispatcher.push(group(index, 2)));
    dispatcher.help();
    assert_eq!(sent(&queue), [[0], [0], [0]]);
    dispatcher.encoded(0);
    dispatcher.help();
    assert_eq!(sent(&queue), [[1], [1], [1]]);
    assert_eq!(std::iter::from_fn(|| queue.permits.try_take()).collect::<Vec<_>>().len(), 3);
}

#[test]
fn after_a_failure_nothing_waits_to_be_sent() {
    for failed in [3, 0] {
        let limit = Limit::none();
        let mut dispatcher = Dispatcher::new(2, &limit);
        let queue = dispatcher.queue();
        dispatcher.set_up(SetUp { encoders: Some(2), ..SET_UP });
        (0..4).for_each(|index| dispatcher.push(group(index, 2)));
        limit.lower_to(failed);
        dispatcher.dispatch();
        while queue.try_next().is_ok() {}
        assert!(is_closed(&queue));
    }
}
