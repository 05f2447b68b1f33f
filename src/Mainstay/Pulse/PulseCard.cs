using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Pulse;

/// <summary>Today: how is it going? Only at the owner's own cadence, and without a word of what was tapped.</summary>
public sealed class PulseCard : ITodayCard
{
    private const double Priority = 1.1;

    public IReadOnlyList<Type> About { get; } = [typeof(PulsePlan)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (await store.PulsePlan(stop) is not { Every: not PulseEvery.Never } plan) return [];
        return plan.OpenOn(today, await store.LastPulseOn(stop)) is null ? [] : [Card(plan)];
    }

    private static TodayItem Card(PulsePlan plan) => new()
    {
        Kind = "pulse",
        Subject = plan.Id,
        Sentence = new("Pulse.CardAsks"),
        Reasons = [new("Pulse.CardWhy", PulseWords.Every(plan.Every))],
        Action = new("Pulse.CardDo"),
        ActionHref = PulsePage.Address,
        LaterHref = PulsePage.Later,
        Priority = Priority,
    };
}
