using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Challenges;

/// <summary>Asking for help in a hard time, and thanking for it afterwards.</summary>
public static class ChallengeAskActions
{
    /// <summary>So long those who helped stand there to be thanked: not even that somebody helped is kept for ever.</summary>
    public const int DaysToThank = 90;

    /// <summary>Writes an ask to one person in the owner's words; nothing is sent. It is confidential, and goes when the hard time is closed.</summary>
    public static Task<Ask> AskForHelp(this Store store, Guid challenge, HelpAs @as, NewAsk ask, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(@as), "as", "Challenges.NotAHelp"));
        await store.ChallengeOf(challenge, stop);
        // Whatever ask has this id already is not drawn into a hard time, and deleted with it.
        if (ask.Id is { } once && await store.Asks.AnyAsync(a => a.Id == once, stop) && !await store.ChallengeAsks.AnyAsync(a => a.ThreadId == once && a.ChallengeId == challenge, stop)) throw new Conflict("Challenges.AnotherAsk");
        var row = await store.AddAsk(ask with { IsConfidential = true, IsFirst = false, NeedId = null, After = null }, today, clock, stop);
        if (await store.ChallengeAsks.AnyAsync(a => a.ThreadId == row.ThreadId, stop)) return row;
        store.Add(new ChallengeAsk { ChallengeId = challenge, ThreadId = row.ThreadId, As = @as });
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>What is asked, and what not to talk about, if that is said: both in the owner's words.</summary>
    public static string Worded(string what, string? notAbout) => Texts.Filled(what) is not null && Texts.Filled(notAbout) is { } off ? $"{what.Trim()}\n\n{Speech.Say("Challenges.PleaseNot", off)}" : what;

    /// <summary>Who was not thanked for so long is not named any more, and what was to be overwritten while another read it is.</summary>
    public static async Task TendHardTimes(this Store store, DateOnly today, CancellationToken stop)
    {
        var before = today.AddDays(-DaysToThank);
        await store.ThanksDue.Where(t => t.Since < before).ExecuteDeleteAsync(stop);
        await store.EmptyJournal();
    }

    /// <summary>They were thanked; that is a touch, and nothing else is kept of it. Said twice, it counts once.</summary>
    /// <returns>Whether they were still to be thanked.</returns>
    public static Task<bool> ThankHelper(this Store store, Guid person, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (!await store.People.AnyAsync(p => p.Id == person, stop)) throw new NotFound("Challenges.NobodyToThank");
        if (await store.ThanksDue.Where(t => t.PersonId == person).ExecuteDeleteAsync(stop) == 0) return false;
        await store.WroteTo(person, today, clock, stop);
        return true;
    }, stop);

    /// <summary>The owner leaves it at that. Said twice, it counts once.</summary>
    public static async Task LeaveThanks(this Store store, Guid person, CancellationToken stop)
    {
        if (!await store.People.AnyAsync(p => p.Id == person, stop)) throw new NotFound("Challenges.NobodyToThank");
        await store.ThanksDue.Where(t => t.PersonId == person).ExecuteDeleteAsync(stop);
    }

    private static Task<Touch> WroteTo(this Store store, Guid person, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.Record(new() { People = [person], On = today, Kind = TouchKind.Message, Direction = Direction.Out }, today, clock, stop);

    /// <summary>Who said yes and was not thanked for it, and who did something in what else belongs to it.</summary>
    internal static async Task RememberWhoHelped(this Store store, Guid challenge, IEnumerable<IChallengeEnd> rooms, DateOnly today, CancellationToken stop)
    {
        var (threads, people) = (store.ChallengeAsks.Where(a => a.ChallengeId == challenge).Select(a => a.ThreadId), store.People);
        var helped = (await store.Asks.Where(a => threads.Contains(a.ThreadId) && a.State == AskState.Yes && a.Outcome != Outcome.Not && a.ThankedOn == null).Select(a => a.PersonId).ToListAsync(stop)).ToHashSet();
        foreach (var room in rooms) helped.UnionWith(await room.WhoHelped(store, challenge, stop));
        var there = await people.Where(p => helped.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        var due = await store.ThanksDue.Select(t => t.PersonId).ToListAsync(stop);
        store.AddRange(there.Except(due).Select(p => new ThanksDue { PersonId = p, Since = today }));
        await store.SaveChangesAsync(stop);
    }

    /// <summary>The asks go, also those that were removed and could be taken back; what was noted as a favour stays, and says nothing of it.</summary>
    internal static async Task DeleteAsksOf(this Store store, Guid challenge, TimeProvider clock, CancellationToken stop)
    {
        var threads = await store.ChallengeAsks.Where(a => a.ChallengeId == challenge).Select(a => a.ThreadId).ToListAsync(stop);
        var asks = await store.Asks.Where(a => threads.Contains(a.ThreadId)).Select(a => a.Id).ToListAsync(stop);
        foreach (var ask in asks) await store.RevokeLinks(AskActions.Purpose, ask, clock, stop);
        await store.ForgetRemoved<Ask>(a => threads.Contains(a.ThreadId), stop);
        await store.Favours.Where(f => f.AskId != null && asks.Contains(f.AskId.Value)).ExecuteUpdateAsync(set => set.SetProperty(f => f.AskId, (Guid?)null), stop);
        await store.AskNexts.Where(n => threads.Contains(n.ThreadId)).ExecuteDeleteAsync(stop);
        await store.Asks.Where(a => threads.Contains(a.ThreadId)).ExecuteDeleteAsync(stop);
    }
}
