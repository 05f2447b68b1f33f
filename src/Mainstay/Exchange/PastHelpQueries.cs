using Mainstay.Needs;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>How people answered when they were asked, how much they were asked of late, and how often they helped with something.</summary>
internal sealed record PastHelp(IReadOnlyDictionary<Guid, AskRecord> Asked, IReadOnlyDictionary<Guid, AskLoad> Loads, IReadOnlyDictionary<Guid, int> Helped);

internal static class PastHelpQueries
{
    public static async Task<PastHelp> PastHelp(this Store store, IReadOnlyList<string> words, DateOnly today, CancellationToken stop)
    {
        var asks = await Asks.For(store)(store).ToListAsync(stop);
        asks.AddRange(await store.FurtherPast(stop));
        var received = words.Count == 0 ? [] : await Received.For(store)(store).ToListAsync(stop);
        var topic = TopicWords.Of(string.Join(' ', words));
        return new(
            asks.GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => AskRecord.Of(g, today)),
            asks.Count == 0 ? new Dictionary<Guid, AskLoad>() : await store.LoadsOf(null, today, stop),
            received.Where(f => topic.Touches(TopicWords.Of($"{f.Topic} {f.What}"))).CountBy(f => f.PersonId).ToDictionary());
    }

    private sealed record ReceivedOf(Guid PersonId, string What, string? Topic);

    private static readonly Question<Func<Store, IAsyncEnumerable<PastAsk>>> Asks = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<Ask>().Where(a => a.SentOn != null && a.State != AskState.Withdrawn).Select(a => new PastAsk(a.PersonId, a.State, a.SentOn, a.AnsweredOn, a.AnswerBy))));

    private static readonly Question<Func<Store, IAsyncEnumerable<ReceivedOf>>> Received = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<Favour>().Where(f => f.Way == Way.Received).Select(f => new ReceivedOf(f.PersonId, f.What, f.Topic))));
}
