//! What happens without a GPU, with one that refuses, and with one that fails.

use super::*;

#[test]
fn without_a_gpu_the_video_is_the_cpus_and_says_why() {
    let job = Job { frames: 40, ..Job::default() };
    let cpu = on_cpu(&job);
    for (driver, reason) in REFUSALS {
        let done = Job { driver, ..job.clone() }.run();
        if driver.is_none() && done.fact("driver") == "loaded" {
            println!("this machine has an NVIDIA driver: what happens without cannot be seen");
            continue;
        }
        done.assert_clean();
        done.assert_only_the_video(true);
        assert_eq!(done.fact("encoder"), "openh264", "{done}");
        assert_eq!([done.fact("refusal"), done.fact("logged")], [reason; 2]);
        assert!(fs::read(&done.video).unwrap() == cpu, "{driver:?}: other bytes than on the CPU");
    }
}

#[test]
fn who_wants_the_gpu_is_told_why_there_is_none() {
    for (driver, reason) in REFUSALS {
        let before = "what was there before";
        let done = Job { driver, encoder: Gpu, before: Some(before), ..Job::default() }.run();
        if driver.is_none() && done.fact("driver") == "loaded" {
            println!("this machine has an NVIDIA driver: what happens without cannot be seen");
            continue;
        }
        done.assert_clean();
        assert_eq!(done.fact("error"), format!("NVENC: {reason}"));
        assert_eq!(done.count("picture"), 0);
        done.assert_only_the_video(true);
        assert_eq!(fs::read_to_string(&done.video).unwrap(), before);
    }
}

#[test]
fn a_driver_without_nvenc_is_told_as_such() {
    let done = Job { encoder: Gpu, cuda_alone: true, ..Job::default() }.run();
    assert_eq!(
        done.fact("error"),
        "NVENC: the NVIDIA driver has no NVENC: libnvidia-encode.so.1 was not found; in a \
         container, NVIDIA_DRIVER_CAPABILITIES has to have `video` among its words"
    );
}

#[test]
fn who_wants_the_cpu_never_asks_for_the_gpu() {
    let done = Job { encoder: Cpu, ..Job::default() }.run();
    assert_eq!(done.fact("encoder"), "openh264");
    assert_eq!(done.fact("driver"), "not loaded");
    assert!(done.log.is_empty() && done.facts("refusal").is_empty(), "{done}");
    assert!(done.facts("logged").is_empty(), "{done}");
}

#[test]
fn sizes_that_no_card_takes_go_to_the_cpu() {
    for size in [(158, 240), (240, 158), (4098, 160), (160, 4098)] {
        let job = Job { size, frames: 2, ..Job::default() };
        let (width, height) = size;
        let reason = format!("{width}x{height} pixels: NVENC takes 160 to 4096 pixels a side");
        let auto = job.run();
        auto.assert_clean();
        assert_eq!(auto.fact("encoder"), "openh264", "{size:?}");
        assert_eq!([auto.fact("refusal"), auto.fact("logged")], [&reason; 2]);
        assert!(fs::read(&auto.video).unwrap() == on_cpu(&job), "{size:?}");

        let gpu = Job { encoder: Gpu, ..job }.run();
        gpu.assert_clean();
        gpu.assert_only_the_video(false);
        assert_eq!(gpu.fact("error"), format!("NVENC: {reason}"));
    }
}

#[test]
fn a_refused_session_makes_the_pool_smaller() {
    for (driver, most) in [
        ("sessions=3,slow=5", 3),
        ("sessions=3,refuse=21,slow=5", 3),
        ("sessions=1,slow=5", 1),
        ("works,slow=5", 4),
    ] {
        let driver = Some(driver);
        let job =
            Job { driver, size: (160, 160), frames: 120, gop: 5, workers: 6, ..Job::default() };
        let done = job.run();
        assert_eq!(done.most_open(), most, "{done}");
        assert_eq!(done.count("refused") > 0, most < 4, "{done}");
        // who was refused once does not ask for each group
        assert!(done.count("refused") <= 4, "{done}");
        assert_exact(&job, &pictures(&job, &done));
    }
}

/// One line says which frame the GPU failed at.
fn assert_failure(line: &str, failure: &str, workers: i32) {
    let frame = line.strip_suffix(failure).and_then(|line| line.strip_prefix("frame "));
    let frame: u32 = frame.and_then(|frame| frame.parse().ok()).expect(line);
    // several workers do not get at their frames in order; a picture is fetched a little later
    assert!(workers > 1 || (49..53).contains(&frame), "{line}");
}

/// The file is the one that the CPU alone would have written.
fn assert_started_again(job: &Job, done: &Done) {
    done.assert_clean();
    done.assert_only_the_video(true);
    assert_eq!(done.fact("encoder"), "openh264");
    // each parameter was taken once, from an iterator that cannot start again
    assert_eq!(done.fact("taken"), job.frames.to_string());
    assert_eq!(done.fact("written"), job.frames.to_string());
    assert_eq!(done.fact("logged"), done.fact("refusal"));
    assert!(fs::read(&done.video).unwrap() == on_cpu(job), "other bytes than on the CPU");
}

#[test]
fn a_gpu_that_fails_midway_is_followed_by_the_cpu_from_the_first_frame() {
    for (driver, failure) in FAILURES {
        for workers in [1, 3] {
            let job = Job { driver: Some(driver), workers, ..Job::default() };
            let done = job.run();
            assert!(done.count("failed") + done.count("lost") > 0, "{done}");
            assert_failure(done.fact("refusal"), failure, workers);
            assert_started_again(&job, &done);
        }
    }
}

#[test]
fn a_gpu_that_fails_at_either_end_is_followed_by_the_cpu_too() {
    for driver in ["fail-at=1", "lose-at=1", "fail-at=100", "lose-at=100"] {
        let job = Job { driver: Some(driver), ..Job::default() };
        assert_started_again(&job, &job.run());
    }
}

#[test]
fn a_gpu_that_was_wanted_and_fails_midway_is_an_error() {
    for (driver, failure) in FAILURES {
        for workers in [1, 3] {
            let job = Job { driver: Some(driver), encoder: Gpu, workers, ..Job::default() };
            let done = job.run();
            done.assert_clean();
            done.assert_only_the_video(false);
            assert_failure(done.fact("error"), failure, workers);
        }
    }
}

#[test]
fn parameters_that_cannot_be_cloned_keep_a_video_that_may_start_again_off_the_gpu() {
    let job = Job { scene: Scene::Once, frames: 40, ..Job::default() };
    let auto = job.run();
    assert_eq!(auto.fact("encoder"), "openh264");
    assert!(auto.fact("refusal").contains("not `Clone`"), "{auto}");
    assert_eq!(auto.fact("logged"), auto.fact("refusal"));
    auto.assert_clean();
    assert_eq!(auto.count("picture"), 0);
    let job = Job { encoder: Gpu, ..job };
    pictures(&job, &job.run());
}

#[test]
fn a_frame_that_fails_on_its_own_is_no_fault_of_the_gpu() {
    let job = Job { scene: Scene::Faulty, ..Job::default() };
    for encoder in [Auto, Gpu] {
        let done = Job { encoder, ..job.clone() }.run();
        done.assert_clean();
        done.assert_only_the_video(false);
        assert_eq!(done.fact("error"), format!("frame {FAULT} failed: a fault of its own"));
        assert!(done.count("picture") > 0 && done.facts("logged").is_empty(), "{done}");
        // nothing was drawn for the second time
        let updates: usize = done.fact("faulty updates").parse().unwrap();
        assert!((FAULT..=job.frames as usize).contains(&updates), "{done}");
    }
}
