using Mainstay.Jobs;

namespace Mainstay.CircleSessions;

/// <summary>Puts away what is over in a circle's sessions.</summary>
internal sealed class CircleSessionsJob : IJob
{
    internal const string Sweep = "circle-sessions";

    public string Name => Sweep;

    public Task<DateTime?> Run(Due due, CancellationToken stop) => due.Store.SweepSessions(due.Now, stop);
}
