using Mainstay.Jobs;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Mail;

public static class MailActions
{
    /// <summary>Puts a letter into the outbox, in one transaction with everything the caller has changed in this store: both are kept, or neither.</summary>
    public static Task<Letter> Post(this Store store, NewLetter letter, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(letter.Check());
        if (letter.Id is { } id && await store.Letters.SingleOrDefaultAsync(l => l.Id == id, stop) is { } before) return before;
        var written = store.Add(letter.Written(clock.GetUtcNow().UtcDateTime)).Entity;
        await store.SaveChangesAsync(stop);
        await store.Wake(Postman.Round, written.NextAt, stop);
        return written;
    }, stop);

    /// <summary>Sends by hand what failed, was held, or may have arrived: the same letter, with the same Message-ID.</summary>
    public static Task<Letter> SendAgain(this Store store, Guid id, TimeProvider clock, CancellationToken stop, IEnumerable<ILetterSubjects>? rooms = null) => store.AllOrNothing(async () =>
    {
        var letter = await store.LetterOf(id, stop);
        if (!letter.MayBeSentAgain) throw new Conflict(letter.Failure == Letter.CalledOff ? "Mail.MovedOn" : letter.LacksItsLinks ? "Mail.LinksAreGone" : "Mail.NotNow");
        foreach (var room in rooms ?? [])
            if (!await room.StillStands(store, letter, clock, stop)) throw new Conflict("Mail.MovedOn");
        var now = clock.GetUtcNow().UtcDateTime;
        (letter.State, letter.NextAt, letter.Since, letter.Attempts, letter.Claim, letter.ClaimedAt, letter.Failure, letter.Answer) = (LetterState.Waiting, now, now, 0, null, null, null, null);
        letter.ByHand = true;
        await store.SaveChangesAsync(stop);
        await store.Wake(Postman.Round, now, stop);
        return letter;
    }, stop);

    /// <summary>What it was about is over: what waits is kept back for good. What is being sent at this moment is sent.</summary>
    /// <returns>Which were kept back.</returns>
    public static Task<IReadOnlyList<Guid>> CallOffLetters(this Store store, Guid subject, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await store.Letters.Where(l => l.SubjectId == subject && l.State == LetterState.Waiting).Select(l => l.Id).ToListAsync(stop);
        if (waiting.Count == 0) return (IReadOnlyList<Guid>)[];
        await store.Letters.Where(l => waiting.Contains(l.Id) && l.State == LetterState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, LetterState.Held).SetProperty(l => l.Since, now).SetProperty(l => l.Failure, Letter.CalledOff).SetProperty(l => l.Answer, (string?)null), stop);
        // Who sends letters waits for nobody, and may have taken one in hand since.
        return await store.Letters.Where(l => waiting.Contains(l.Id) && l.Failure == Letter.CalledOff).Select(l => l.Id).ToListAsync(stop);
    }, stop);

    /// <summary>It was sent and came back: nothing reaches that address. The answer is what was known of it before.</summary>
    public static Task<Fate> MarkCameBack(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var letter = await store.LetterOf(id, stop);
        if (!letter.MayHaveComeBack) throw new Conflict("Mail.NotSentYet");
        var before = new Fate(letter.State, letter.Failure, letter.Answer);
        (letter.State, letter.Since, letter.Failure, letter.Answer) = (LetterState.CameBack, clock.GetUtcNow().UtcDateTime, "Mail.WhyCameBack", letter.To);
        await store.SaveChangesAsync(stop);
        return before;
    }, stop);

    /// <summary>It did not come back after all, as long as it is remembered: what was known of it before is so again.</summary>
    public static Task UnmarkCameBack(this Store store, Guid id, Fate before, TimeProvider clock, CancellationToken stop)
    {
        var (now, state, failure, answer) = (clock.GetUtcNow().UtcDateTime, before.State, before.Why, before.Answer);
        return store.Letters.Where(l => l.Id == id && l.State == LetterState.CameBack).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, state).SetProperty(l => l.Since, now).SetProperty(l => l.Failure, failure).SetProperty(l => l.Answer, answer), stop);
    }

    /// <summary>Takes a letter in hand; null when somebody else has, or nothing waits for now.</summary>
    internal static async Task<Letter?> ClaimNext(this Store store, string domain, DateTime now, CancellationToken stop)
    {
        while (await store.Letters.AsNoTracking().Where(l => l.State == LetterState.Waiting && l.NextAt <= now).OrderBy(l => l.NextAt).ThenBy(l => l.Id).FirstOrDefaultAsync(stop) is { } next)
        {
            var (claim, message) = (Guid.CreateVersion7(), next.MessageId ?? $"<{next.Id:N}@{domain}>");
            var claimed = await store.Letters.Where(l => l.Id == next.Id && l.State == LetterState.Waiting).ExecuteUpdateAsync(set => set
                .SetProperty(l => l.State, LetterState.Claimed).SetProperty(l => l.Claim, claim).SetProperty(l => l.ClaimedAt, now).SetProperty(l => l.Since, now)
                .SetProperty(l => l.MessageId, message).SetProperty(l => l.Attempts, l => l.Attempts + 1), stop);
            if (claimed > 0) return await store.Letters.AsNoTracking().SingleAsync(l => l.Id == next.Id, stop);
        }
        return null;
    }

    /// <summary>Notes what became of a letter that was in hand; none, when it was given up meanwhile.</summary>
    internal static Task<int> Mark(this Store store, Letter letter, Fate fate, DateTime now, CancellationToken stop)
    {
        var next = fate.State == LetterState.Waiting ? fate.NextAt ?? now : letter.NextAt;
        var (failure, answer) = (fate.Why, fate.Answer);
        var mine = store.Letters.Where(l => l.Id == letter.Id && l.Claim == letter.Claim);
        // What was sent need not lie here any longer: there are other people's words in it, and links that open something.
        if (fate.State == LetterState.Sent) return mine.ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, fate.State).SetProperty(l => l.Since, now).SetProperty(l => l.Failure, (string?)null).SetProperty(l => l.Answer, (string?)null)
            .SetProperty(l => l.Text, "").SetProperty(l => l.Html, (string?)null).SetProperty(l => l.Headers, (string?)null), stop);
        return mine.ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, fate.State).SetProperty(l => l.NextAt, next).SetProperty(l => l.Since, now).SetProperty(l => l.Failure, failure).SetProperty(l => l.Answer, answer), stop);
    }

    /// <summary>What was in hand and surely did not leave waits as before; that was no attempt.</summary>
    internal static Task<int> PutBack(this Store store, Letter letter, DateTime next, DateTime now, CancellationToken stop) =>
        store.Letters.Where(l => l.Id == letter.Id && l.Claim == letter.Claim && l.State == LetterState.Claimed).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, LetterState.Waiting).SetProperty(l => l.NextAt, next).SetProperty(l => l.Since, now).SetProperty(l => l.Attempts, l => l.Attempts - 1), stop);

    /// <summary>Whoever had these in hand is gone: nobody knows whether they arrived.</summary>
    internal static Task GiveUpClaims(this Store store, DateTime before, DateTime now, CancellationToken stop) =>
        store.Letters.Where(l => l.State == LetterState.Claimed && l.ClaimedAt < before).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.State, LetterState.PerhapsSent).SetProperty(l => l.Since, now).SetProperty(l => l.Failure, "Mail.WhyInterrupted").SetProperty(l => l.Answer, (string?)null), stop);

    /// <summary>Lets go of what was settled a season ago.</summary>
    internal static Task ForgetLetters(this Store store, DateTime before, CancellationToken stop) =>
        store.Letters.Where(l => l.Since < before && l.State != LetterState.Waiting && l.State != LetterState.Claimed).ExecuteDeleteAsync(stop);
}

/// <summary>What became of an attempt to send a letter.</summary>
/// <param name="State">Its state from now on.</param>
/// <param name="Why">The key of the reason, when it was not sent.</param>
/// <param name="Answer">What the other side said.</param>
public sealed record Fate(LetterState State, string? Why = null, string? Answer = null)
{
    public static readonly Fate Sent = new(LetterState.Sent);

    /// <summary>When it is tried again, if it waits.</summary>
    public DateTime? NextAt { get; init; }
}
