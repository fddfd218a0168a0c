using System.Runtime.InteropServices;

namespace LiveCommerce.Host.CommandLine;

/// <summary>Ctrl-C, SIGTERM and a closed terminal ask for an orderly end, from the first moment on; asked a second time, the process ends at once.</summary>
sealed class StopSignals : IDisposable
{
    readonly CancellationTokenSource asked = new();
    readonly PosixSignalRegistration[] registrations;

    public StopSignals() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
    ];

    public CancellationToken Token => asked.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        asked.Dispose();
    }

    void Stop(PosixSignalContext context)
    {
        context.Cancel = !asked.IsCancellationRequested;
        asked.Cancel();
    }
}
