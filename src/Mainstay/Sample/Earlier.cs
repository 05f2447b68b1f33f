namespace Mainstay.Sample;

/// <summary>A clock that stood so many days ago: what is noted by it was noted then.</summary>
internal sealed class Earlier(TimeProvider clock, int days) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow().AddDays(-days);
}
