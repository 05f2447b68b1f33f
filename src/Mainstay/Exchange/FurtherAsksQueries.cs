using System.Reflection;
using System.Runtime.CompilerServices;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mainstay.Exchange;

/// <summary>What people were asked by later rooms.</summary>
/// <remarks>Read from the tables themselves, so that no room can be forgotten, not even one that is built later.</remarks>
internal static class FurtherAsksQueries
{
    private static readonly MethodInfo Typed = typeof(FurtherAsksQueries).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ConditionalWeakTable<IModel, MethodInfo[]> Known = [];

    /// <summary>Those that were sent between two days, of one person or of everybody, each with the layer of whoever was asked. They weigh as asks of the usual weight do.</summary>
    public static async Task<List<AskedOf>> FurtherAsked(this Store store, Guid? person, DateOnly since, DateOnly today, CancellationToken stop)
    {
        var all = new List<AskedOf>();
        var ties = store.Ties;
        foreach (var sent in Sent(store))
        {
            var asked = await (from ask in person is { } one ? sent.Asks.Where(a => a.PersonId == one) : sent.Asks
                               where ask.SentOn >= since && ask.SentOn <= today
                               join tie in ties on ask.PersonId equals tie.Id into known
                               from tie in known.DefaultIfEmpty()
                               select new { ask.PersonId, ask.SentOn, Layer = tie == null ? Layer.None : tie.Layer }).ToListAsync(stop);
            all.AddRange(asked.Select(a => new AskedOf(a.PersonId, a.SentOn, Weight.Normal, a.Layer) { Among = sent.Among }));
        }
        return all;
    }

    /// <summary>What became of all of them, but for those to which nobody could say yes as long as they had been promised.</summary>
    public static async Task<List<PastAsk>> FurtherPast(this Store store, CancellationToken stop)
    {
        var all = new List<PastAsk>();
        foreach (var sent in Sent(store))
            all.AddRange((await sent.Asks.ToListAsync(stop)).Where(a => !a.IsCutShort).Select(a => new PastAsk(a.PersonId, a.YesOn is null ? AskState.Sent : AskState.Yes, a.SentOn, a.YesOn, a.AnswerBy)));
        return all;
    }

    private static IEnumerable<SentOf> Sent(Store store) => Known.GetValue(store.Model, Rows).Select(of => (SentOf)of.Invoke(null, [store])!);

    private static MethodInfo[] Rows(IModel model) =>
    [
        .. model.GetEntityTypes().Select(t => t.ClrType)
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFurtherAsk<>))).Select(t => Typed.MakeGenericMethod(t)),
    ];

    private static SentOf Of<TRow>(Store store) where TRow : class, IFurtherAsk<TRow> => new(Reaching(store, TRow.Sent(store.Set<TRow>())), TRow.Among);

    /// <summary>Without those whose letters were all refused, kept back or came back: whoever never got it was asked for nothing. Sent by hand, or taken from an archive, they count.</summary>
    private static IQueryable<FurtherAsk> Reaching(Store store, IQueryable<FurtherAsk> asks)
    {
        var letters = store.Letters.Where(l => l.Failure != Letter.CalledOff);
        var lost = letters.Where(l => l.State == LetterState.Failed || l.State == LetterState.CameBack || (l.State == LetterState.Held && l.Failure != Letter.FromArchive));
        var others = letters.Where(l => l.State != LetterState.Failed && l.State != LetterState.CameBack && (l.State != LetterState.Held || l.Failure == Letter.FromArchive));
        return asks.Where(a => a.YesOn != null || !lost.Any(l => l.SubjectId == a.Letters && l.Cause == a.Cause) || others.Any(l => l.SubjectId == a.Letters && l.Cause == a.Cause));
    }

    private sealed record SentOf(IQueryable<FurtherAsk> Asks, string Among);
}
