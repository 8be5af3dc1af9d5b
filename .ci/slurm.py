"""A Slurm of one host with several nodes, for as long as a test takes.

    with Slurm(folder, nodes=3, cpus=1) as slurm:
        slurm.run("sbatch", "job.sh")

Needs slurmctld, slurmd, sbatch and munged. All that it writes is in the folder; the daemons listen on
127.0.0.1 only, each on a port that was free.
"""

import getpass
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

READY_SECONDS = 20


class SlurmError(Exception):
    """A daemon does not start, or a command of Slurm fails."""


class Slurm:
    def __init__(self, folder, nodes, cpus):
        self.folder = Path(folder).resolve()
        self.nodes = [f"n{i}" for i in range(nodes)]
        self.cpus = cpus
        self.conf = self.folder / "slurm.conf"
        self.environment = {**os.environ, "SLURM_CONF": str(self.conf)}

    def __enter__(self):
        try:
            self.start_munge()
            self.write_configuration()
            self.run("slurmctld", "-f", self.conf)
            for node in self.nodes:
                self.start_node(node)
            self.wait("its nodes", lambda: self.idle() == len(self.nodes), READY_SECONDS)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        # nodes first: a controller that is gone would be waited for
        names = [f"slurmd-{node}.pid" for node in self.nodes] + ["slurmctld.pid", "munge/pid"]
        for name in names:
            kill(self.folder / name, signal.SIGTERM)
        deadline = time.monotonic() + 5
        while any(is_alive(self.folder / name) for name in names):
            if time.monotonic() > deadline:
                for name in names:
                    kill(self.folder / name, signal.SIGKILL)
                break
            time.sleep(0.05)

    def start_munge(self):
        munge = self.folder / "munge"
        munge.mkdir(parents=True)
        munge.chmod(0o700)
        key = munge / "key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        files = [f"--{name}-file={munge / name}" for name in ["key", "pid", "log", "seed"]]
        # it complains of a folder that only its user can enter, who is the only one here
        self.run("munged", "--force", f"--socket={munge}/socket", *files)

    def write_configuration(self):
        host, user, at = socket.gethostname().split(".")[0], getpass.getuser(), self.folder
        ports = free_ports(len(self.nodes) + 1)
        for name in ["state", "log"]:
            (at / name).mkdir()
        lines = f"""\
ClusterName=throwaway
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[-1]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={at}/munge/socket
CredType=cred/munge
StateSaveLocation={at}/state
SlurmdSpoolDir={at}/spool-%n
SlurmctldPidFile={at}/slurmctld.pid
SlurmdPidFile={at}/slurmd-%n.pid
SlurmctldLogFile={at}/log/slurmctld.log
SlurmdLogFile={at}/log/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0,bf_interval=1
ReturnToService=2
SlurmdTimeout=10
KillWait=2
MinJobAge=600
JobRequeue=1
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""
        for node, port in zip(self.nodes, ports):
            (at / f"spool-{node}").mkdir()
            lines += f"NodeName={node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} "
            lines += f"CPUs={self.cpus} RealMemory=1000 State=UNKNOWN\n"
        self.conf.write_text(lines)

    def start_node(self, node):
        self.run("slurmd", "-f", self.conf, "-N", node)

    def stop_node(self, node):
        """As a power cut would: its daemon is gone, and all that it had started."""
        kill_tree(int((self.folder / f"slurmd-{node}.pid").read_text()))
        # who watches over a job is no child of the daemon, and would tell of its end
        for process in self.processes_on(node):
            watcher = parent_of(process)
            if watcher and b"slurmstepd" in read(f"/proc/{watcher}/cmdline"):
                kill_tree(watcher)

    def processes_on(self, node):
        signs = {f"SLURMD_NODENAME={node}".encode(), f"SLURM_CONF={self.conf}".encode()}
        for process in filter(str.isdecimal, os.listdir("/proc")):
            if signs <= set(read(f"/proc/{process}/environ").split(b"\0")):
                yield int(process)

    def run(self, *command, check=True, cwd=None):
        """What a command prints, which sees this Slurm."""
        words = list(map(str, command))
        # a daemon inherits what it is started with: a pipe would be open until it ends
        with (self.folder / "said").open("w+") as said:
            status = subprocess.run(
                words, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=self.environment, cwd=cwd
            ).returncode
            said.seek(0)
            text = said.read()
        if check and status:
            raise SlurmError(f"status {status} of {' '.join(words)}: {text}")
        return text

    def idle(self):
        return len(self.run("sinfo", "-h", "-N", "-t", "idle", "-o", "%N", check=False).split())

    def jobs(self, *options, form="%i %T %r"):
        """What is queued or runs, a line for each job or element of an array."""
        lines = self.run("squeue", "-h", "-r", "-o", form, *options).splitlines()
        return [line.split() for line in lines]

    def lift_holds(self):
        """Slurm lets a job that was requeued wait for two minutes."""
        for job, state, reason, *_ in self.jobs():
            if state == "PENDING" and reason == "BeginTime":
                self.run("scontrol", "update", f"jobid={job}", "StartTime=now", check=False)

    def wait(self, what, condition, seconds):
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise SlurmError(f"{what}: not within {seconds} s\n{self.logs()}")
            time.sleep(0.1)

    def logs(self):
        """The end of what the daemons and the queue say."""
        parts = [self.run("squeue", "-r", check=False), self.run("sinfo", "-N", "-l", check=False)]
        for log in sorted((self.folder / "log").glob("*.log")):
            parts.append(f"{log.name}: {log.read_text(errors='replace')[-1500:]}")
        return "\n".join(parts)


def free_ports(count):
    doors = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [door.getsockname()[1] for door in doors]
    for door in doors:
        door.close()
    return ports


def read(path):
    """Empty if its process has ended meanwhile."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def parent_of(process):
    for line in read(f"/proc/{process}/status").splitlines():
        if line.startswith(b"PPid:"):
            return int(line.split()[1])
    return None


def kill_tree(root):
    processes = [root]
    # grows while it is walked
    for process in processes:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            processes += map(int, read(children).split())
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def kill(pid_file, with_signal):
    with suppress(OSError, ValueError):
        os.kill(int(pid_file.read_text()), with_signal)


def is_alive(pid_file):
    try:
        os.kill(int(pid_file.read_text()), 0)
    except (OSError, ValueError):
        return False
    return True
