//! The preview: one page, on this machine only, whose frames are drawn when they are asked for.
//!
//! The caller's thread has the parameters, which need not be `Send`: it takes rows as far as they are
//! wanted. Connections have a thread each; they ask a crew of painters for frames.

mod browser;
mod cache;
mod door;
mod home;
mod http;
mod rows;
mod site;

use crate::{
    Error, Result, caught::Quiet, crew::Crew, erased::AnyRender, interrupt::Running,
    painter::Scenes, params::ParamSource, part::FirstRow,
};
use door::Door;
use home::Home;
use rows::RowStore;
use site::Site;
use std::{
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    thread,
    time::Duration,
};

/// So often interrupts are looked for.
const TICK: Duration = Duration::from_millis(50);

/// Serves the page until an interrupt comes, which is the error that it ends with.
///
/// `port`: 0 for any, and the one of last time if it is free. `say` is told the address.
pub(crate) fn serve(
    render: AnyRender<'_>,
    port: u16,
    opens: bool,
    say: impl FnOnce(&str),
) -> Result<()> {
    let AnyRender { plan, source, .. } = render;
    let Some(clone) = plan.clone else {
        let message = "its parameters are not `Clone`: each frame can be drawn only once";
        return Err(Error::argument("preview", message));
    };
    let rows = source.open(plan.names)?;
    let hint = rows.size_hint();
    let mut rows = Quiet::new(rows);
    let zeroth = Quiet::new(rows.next().unwrap_or(Err(Error::NoFrames))?);
    let first = FirstRow::new(Quiet::new(clone(&zeroth)));
    let store = RowStore::new(zeroth, clone, hint);

    let home = Home::find(port)?;
    let door = Door::new(home.token.clone(), home.port);
    let scenes = Scenes::new(&*plan.animations, &plan.settings);
    let crew = Crew { scenes: &scenes, first: Some(&first) };
    let (jobs, taken) = flume::unbounded();
    let stopped = AtomicBool::new(false);
    let site = Site::new(&plan, &store, &door, jobs, &stopped);
    let running = Running::begin();
    let address = home.address();

    thread::scope(|scope| {
        let _stop = EndOnDrop { stopped: &stopped, home: &home, site: &site };
        crew.start(scope, plan.settings.worker_count(None), &taken)?;
        drop(taken);
        http::listen(scope, &home.listener, &site, &stopped)?;
        say(&address);
        if opens {
            scope.spawn(|| browser::open(&address, home.is_known, &site, &stopped));
        }
        loop {
            running.check(|| 0)?;
            if store.wants_more() {
                store.take(rows.next());
            } else {
                store.wait(TICK);
            }
        }
    })
}

/// Lets everybody go, however the caller's thread ends.
struct EndOnDrop<'a, 'u> {
    stopped: &'a AtomicBool,
    home: &'a Home,
    site: &'a Site<'a, 'u>,
}

impl Drop for EndOnDrop<'_, '_> {
    fn drop(&mut self) {
        self.stopped.store(true, SeqCst);
        self.site.close();
        self.home.wake();
    }
}
