using System.Diagnostics;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>Waits beside a temporary cluster and removes it when its process ends without doing so, killed for instance.</summary>
static class Reaper
{
    // The lock is ours until our process ends, however it ends.
    const string Script = """
        lock=$1 folder=$2 data=$3
        exec </dev/null >/dev/null 2>&1
        flock "$lock" true
        server=$(head -n 1 "$data/postmaster.pid")
        lives() { [ "$(readlink "/proc/$server/cwd")" = "$data" ]; }
        lives && kill -QUIT "$server"
        while lives; do sleep 0.1; done
        rm -rf "$folder"
        """;

    public static void Watch(ClusterFolder folder, ClusterLocks locks)
    {
        // A session of its own: Ctrl-C in the terminal must not end the reaper with the tests.
        using var reaper = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Script, "reaper", locks.UsersFile, folder.Root, folder.Data]) { WorkingDirectory = "/" });
    }
}
