using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Coverage;

/// <summary>Today: at most one thing the map shows, another one each day as long as there are several.</summary>
public sealed class MapCard(MapQueries maps) : ITodayCard
{
    private const double Priority = 1;

    public IReadOnlyList<Type> About { get; } = [typeof(Need)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        if (!await AnyNeed.For(store)(store)) return [];
        var findings = (await maps.Map(store, today, stop)).Findings;
        return findings.Count == 0 ? [] : [Card(findings[today.DayNumber % findings.Count])];
    }

    private static TodayItem Card(Finding finding) => new()
    {
        Kind = "map",
        Subject = finding.Subject,
        Sentence = finding.Sentence,
        Reasons = finding.Reasons,
        Action = finding.Action,
        ActionHref = finding.Href,
        Priority = Priority,
    };

    private static readonly Question<Func<Store, Task<bool>>> AnyNeed = new(() => EF.CompileAsyncQuery((Store store) => store.Set<Need>().Any(n => n.ClosedOn == null)));
}
