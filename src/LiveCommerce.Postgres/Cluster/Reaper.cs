using System.Diagnostics;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>Waits beside a temporary cluster and removes it when its process ends without doing so, killed for instance.</summary>
static class Reaper
{
    // The lock on $1 is ours until our process ends, however it ends. $2 is the cluster's folder and $3 its data.
    const string Script = """
        exec </dev/null >/dev/null 2>&1
        flock "$1" true
        server=$(head -n 1 "$3/postmaster.pid")
        if [ "$(readlink "/proc/$server/cwd")" = "$3" ]; then
            kill -QUIT "$server"
            while kill -0 "$server"; do sleep 0.1; done
        fi
        rm -rf "$2"
        """;

    public static void Watch(ClusterFolder folder, ClusterLocks locks)
    {
        // A session of its own: Ctrl-C in the terminal must not end the reaper with the tests.
        using var reaper = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Script, "reaper", locks.UsersFile, folder.Root, folder.Data]) { WorkingDirectory = "/" });
    }
}
