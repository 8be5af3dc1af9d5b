//! Sends jobs, from the conductor's thread: a group to one worker, and to all where groups are fewer
//! than workers.

use super::{ActiveGroup, Job, Limit, Permits, Queue, SetUp};
use crate::groups::Group;
use flume::Sender;
use std::{
    collections::VecDeque,
    mem,
    sync::{Arc, atomic::Ordering::SeqCst},
};

pub(crate) struct Dispatcher<'e, R> {
    /// None: there will be no more.
    jobs: Option<Sender<Job<'e, R>>>,
    queue: Queue<'e, R>,
    limit: &'e Limit,
    workers: usize,
    /// Some worker is set up.
    is_set_up: bool,
    /// How many groups may be active at a time.
    most_active: usize,
    /// Groups that are not yet active, in order.
    backlog: VecDeque<Group<R>>,
    /// Groups that are not yet encoded, in order.
    active: Vec<Arc<ActiveGroup<'e, R>>>,
    /// There are no more groups than those.
    is_ended: bool,
    /// Other groups are active than when jobs were sent to all.
    is_changed: bool,
}

impl<'e, R> Dispatcher<'e, R> {
    /// For so many workers, which take jobs from its [queue](Self::queue).
    pub(crate) fn new(workers: usize, limit: &'e Limit) -> Self {
        let (jobs, receiver) = flume::unbounded();
        Self {
            jobs: Some(jobs),
            queue: Queue { jobs: receiver, idle: Arc::default(), permits: Permits::none() },
            limit,
            workers,
            is_set_up: false,
            most_active: usize::MAX,
            backlog: VecDeque::new(),
            active: Vec::new(),
            is_ended: false,
            is_changed: false,
        }
    }

    pub(crate) fn queue(&self) -> Queue<'e, R> {
        self.queue.clone()
    }

    /// The next group.
    pub(crate) fn push(&mut self, group: Group<R>) {
        self.backlog.push_back(group);
        self.dispatch();
    }

    /// There are no more groups.
    pub(crate) fn end(&mut self) {
        self.is_ended = true;
        self.dispatch();
    }

    /// A worker's setup worked. The first one says how many groups and pictures there may be.
    pub(crate) fn set_up(&mut self, SetUp { encoders, pictures, .. }: SetUp) {
        if !mem::replace(&mut self.is_set_up, true) {
            self.most_active = encoders.unwrap_or(usize::MAX).max(1);
            // So that every worker can draw one while what it drew before waits for its turn.
            let most = 2 * self.workers;
            self.queue.permits.issue(pictures.unwrap_or(most).clamp(1, most));
            self.dispatch();
        }
    }

    /// This group is encoded.
    pub(crate) fn encoded(&mut self, index: usize) {
        self.active.retain(|group| group.index != index);
        self.is_changed = true;
        self.dispatch();
    }

    /// Before the next group is asked for, which may take long: whoever waits for a job helps others
    /// meanwhile.
    pub(crate) fn help_meanwhile(&mut self) {
        if self.queue.idle.load(SeqCst) > self.queue.jobs.len() {
            self.share();
        }
    }

    /// No group is to be had for now. Where some worker has none, all help with those that there are.
    pub(crate) fn help(&mut self) {
        if self.is_changed && self.active.len() < self.workers {
            self.share();
        }
    }

    /// Sends what can be sent, and closes the channel when that is all.
    pub(crate) fn dispatch(&mut self) {
        if self.jobs.is_none() {
            return;
        }
        let Self { limit, .. } = *self;
        if limit.is_lowered() {
            // Nothing is reported any more that would send it.
            self.backlog.retain(|group| limit.wants(group.first));
        }
        let most_active = if self.is_set_up { self.most_active } else { 0 };
        while self.active.len() < most_active
            && let Some(group) = self.backlog.pop_front()
        {
            let group = Arc::new(ActiveGroup::new(group, limit));
            self.active.push(Arc::clone(&group));
            self.send([group].into());
            self.is_changed = true;
        }
        let may_come = !self.backlog.is_empty() || !(self.is_ended || limit.is_lowered());
        let is_last = self.is_set_up && !may_come;
        if is_last {
            self.send_last();
        }
        if is_last || !limit.wants(0) {
            self.jobs = None;
        }
    }

    /// The last jobs. Where some worker will have no group of its own in the end, earlier groups come
    /// first: whoever has one of them is free for another one the sooner, and all end nearly together.
    fn send_last(&mut self) {
        // Other jobs take the place of those that nobody has taken.
        self.queue.jobs.drain().for_each(drop);
        let begun = self.active.iter().position(|group| !group.is_begun());
        for last in begun.unwrap_or(self.active.len())..self.active.len() {
            let after = self.active.len() - 1 - last;
            let from = if (1..self.workers).contains(&after) { 0 } else { last };
            self.send(self.active[from..=last].into());
        }
        self.share();
    }

    /// Lets all workers draw for all groups, when they have done what they have.
    fn share(&mut self) {
        let groups: Arc<[_]> = self.active.as_slice().into();
        if !groups.is_empty() {
            (0..self.workers).for_each(|_| self.send(Arc::clone(&groups)));
            self.is_changed = false;
        }
    }

    fn send(&self, groups: Arc<[Arc<ActiveGroup<'e, R>>]>) {
        if let Some(jobs) = &self.jobs {
            // The other end of the channel is in `self`.
            drop(jobs.send(Job { groups }));
        }
    }
}
