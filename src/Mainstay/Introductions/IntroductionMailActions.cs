using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>What the owner writes about an introduction: the ask, the first word when it is open, whether they met, and thanks.</summary>
public enum IntroductionSend { Ask = 0, Word = 1, Question = 2, Thanks = 3 }

/// <summary>Letters about an introduction that are sent from here. What the connector sends to the other never is.</summary>
public static class IntroductionMailActions
{
    internal const string CauseAsk = "Introductions.CauseLetter", CauseWord = "Introductions.CauseWord", CauseQuestion = "Introductions.CauseQuestion", CauseThanks = "Introductions.CauseThanks";

    /// <summary>What is sent, and from where.</summary>
    /// <param name="What">Which; what is due when not said.</param>
    /// <param name="Settings">How this server sends mail, and where people find it.</param>
    /// <param name="Text">Thanks in the owner's own words; as they are proposed when not said.</param>
    public sealed record Posting(IntroductionSend? What, Settings Settings, string? Text = null);

    /// <summary>Sends it from here, in the owner's name and with their address to answer to; with that it counts as sent. Twice is as once.</summary>
    /// <returns>How many letters went out: none when everybody got this before.</returns>
    public static Task<int> PostIntroduction(this Store store, Guid id, Posting posting, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        // Two at once wait for one another before they read how it stands, so that nobody gets a letter twice.
        var line = await store.IntroductionOf(id, stop);
        if (!MailSettings.CanSend(posting.Settings)) throw new Conflict("Mail.NoMailServer");
        if (await AccountsQueries.OwnersMail(store, stop) is not { } replyTo) throw new Conflict("Mail.NobodyToAnswer");
        var due = await store.LettersDue(line, await store.LettersFor(line, today, stop), today, stop);
        if ((posting.What ?? line.Next(due, today)) is not { } what) throw new Conflict("Introductions.NothingToSend");
        if (!due.TryGetValue(what, out var letters)) return await store.WasPosted(id, what, stop) ? 0 : throw new Conflict("Introductions.NothingToSend");
        var at = Reached.FromHere(posting.Settings);
        if (Reached.IsHereOnly(at) && letters.Any(l => !l.IsPlain)) throw new Conflict("Exchange.OpensHereOnly", at);
        foreach (var letter in letters) Mistaken.ThrowIf(new Problems().When(letter.Mail is null, what == IntroductionSend.Thanks ? "thanks" : "message", "Mail.NoMailToSend", letter.Name));
        // Nobody should be asked for what helps no more.
        DateTime? goodUntil = what == IntroductionSend.Ask ? await store.EndOfDay(line.It.IsMine ? today.AddDays(IntroductionSteps.AnswerDays) : line.It.AnswerBy, stop) : null;
        var (from, sent) = (await AccountsQueries.OwnersName(store, stop), new Dictionary<Guid, Guid>());
        foreach (var letter in letters)
        {
            var text = letter.IsPlain ? (what == IntroductionSend.Thanks ? Texts.Filled(posting.Text) : null) ?? letter.Text : AskWords.WithLink(letter.Text, ByLink.Of(at, await store.MakeIntroductionLink(id, letter.To, today, clock, stop)));
            foreach (var (to, address) in letter.Each) sent[line.It.Whom(to)!.Value] = (await store.Post(new() { Cause = CauseOf(what), SubjectId = id, To = address, ToName = line.NameOf(to), FromName = from, ReplyTo = replyTo, Subject = letter.Subject, Text = text, GoodUntil = goodUntil }, clock, stop)).Id;
        }
        await store.WentAnew(line, what, sent, today, clock, stop);
        if (what == IntroductionSend.Ask) await store.SendIntroduction(id, sent, today, clock, stop);
        if (what == IntroductionSend.Word) await store.WroteFirst(id, sent, today, clock, stop);
        if (what == IntroductionSend.Thanks) await store.ThankConnector(id, Texts.Filled(posting.Text) ?? letters[0].Text, sent, today, clock, stop);
        return letters.Count;
    }, stop);

    /// <summary>What of all that the owner is to send now can be sent from here, because it is due and everybody has an address.</summary>
    internal static async Task<IReadOnlyList<IntroductionSend>> Sendable(this Store store, IntroductionLine line, IReadOnlyList<IntroductionLetter> all, DateOnly today, CancellationToken stop) =>
        [.. (await store.LettersDue(line, all, today, stop)).Where(d => d.Value.All(l => l.Mail is not null)).Select(d => d.Key)];

    /// <summary>Whether it is still to the point to send this letter once more.</summary>
    internal static bool StillStands(this Introduction it, string cause, DateOnly today) => cause switch
    {
        CauseAsk => it.StepOn(today) is var step && (step == IntroductionStep.WaitForConnector || (step == IntroductionStep.WaitForAnswers && it.IsMine)),
        CauseWord => it.StepOn(today) is IntroductionStep.Write or IntroductionStep.WaitToMeet or IntroductionStep.SayMet,
        CauseQuestion => it.StepOn(today) == IntroductionStep.SayMet,
        CauseThanks => it is { ThankedOn: not null, ClosedOn: null },
        _ => true,
    };

    /// <summary>Whether a letter of this cause is about an introduction.</summary>
    internal static bool IsOfIntroduction(string cause) => cause is CauseAsk or CauseWord or CauseQuestion or CauseThanks;

    /// <summary>What the step is about, sent or not: when it is time to ask what came of it, a first word that was never written is not it.</summary>
    private static IntroductionSend? DueOn(this Introduction it, DateOnly today) => it.StepOn(today) switch
    {
        IntroductionStep.Send or IntroductionStep.WaitForConnector => IntroductionSend.Ask,
        IntroductionStep.WaitForAnswers when it.IsMine => IntroductionSend.Ask,
        IntroductionStep.Write or IntroductionStep.WaitToMeet => IntroductionSend.Word,
        IntroductionStep.SayMet => IntroductionSend.Question,
        IntroductionStep.Thank => IntroductionSend.Thanks,
        IntroductionStep.Nothing when it.ThankedOn is not null => IntroductionSend.Thanks,
        _ => null,
    };

    /// <summary>What is due; else what was sent and did not reach everybody.</summary>
    private static IntroductionSend? Next(this IntroductionLine line, Dictionary<IntroductionSend, IReadOnlyList<IntroductionLetter>> due, DateOnly today)
    {
        var next = line.It.DueOn(today);
        if (next is { } what && due.ContainsKey(what)) return next;
        return due.Keys.Where(k => line.UnreachedOn(today).Any(l => l.Cause == CauseOf(k))).Select(k => (IntroductionSend?)k).FirstOrDefault() ?? next;
    }

    /// <summary>Of these letters those whom the last one did not reach, each alone.</summary>
    private static IReadOnlyList<IntroductionLetter> Anew(this IntroductionLine line, IntroductionSend what, IReadOnlyList<IntroductionLetter> all, DateOnly today)
    {
        var lost = line.UnreachedOn(today).Where(l => l.Cause == CauseOf(what)).ToList();
        var letters = lost.Count == 0 ? [] : all.Where(l => l.IsPlain == (what is IntroductionSend.Word or IntroductionSend.Thanks));
        var each = letters.SelectMany(l => l.Mail is null ? [l] : l.Each.Select(e => l with { To = e.To, Name = line.NameOf(e.To)!, Mail = e.Address }));
        return [.. each.Where(l => !line.NeedsNoAsk(what, l.To) && lost.Exists(u => !line.It.IsMine || (line.SideOf(u.Id) is { } side ? (side == Side.First) == (l.To == LinkTo.First) : u.To == l.Mail)))];
    }

    /// <summary>Whoever of two has answered is asked no more, whosever the letter was that was lost.</summary>
    private static bool NeedsNoAsk(this IntroductionLine line, IntroductionSend what, LinkTo to) =>
        what == IntroductionSend.Ask && line.It.IsMine && line.It.AnswerOf(to == LinkTo.First ? Side.First : Side.Second) is not null;

    /// <summary>Not to an address that refused it, or from which it came back, where another is known.</summary>
    private static async Task<IReadOnlyList<IntroductionLetter>> Elsewhere(this Store store, IntroductionLine line, IReadOnlyList<IntroductionLetter> letters, CancellationToken stop)
    {
        var (id, sent) = (line.It.Id, new List<IntroductionLetter>());
        var refused = (await store.Letters.Where(l => l.SubjectId == id && (l.State == LetterState.Failed || l.State == LetterState.CameBack)).Select(l => l.To).ToListAsync(stop)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var letter in letters)
        {
            var person = line.It.Whom(letter.To);
            var others = letter.Mail is { } mail && refused.Contains(mail) ? await store.ContactPoints.Where(c => c.PersonId == person && c.Kind == ContactKind.Email).OrderBy(c => c.Position).Select(c => c.Value).ToListAsync(stop) : [];
            sent.Add(others.Find(o => !refused.Contains(o)) is { } other ? letter with { Mail = other } : letter);
        }
        return sent;
    }

    /// <summary>Where it counted as sent already: those whom it did not reach were written to now, and what they never got was no contact.</summary>
    private static async Task WentAnew(this Store store, IntroductionLine line, IntroductionSend what, Dictionary<Guid, Guid> sent, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        if (what switch { IntroductionSend.Ask => line.It.SentOn, IntroductionSend.Word => line.It.WroteOn, IntroductionSend.Thanks => line.It.ThankedOn, _ => null } is null) return;
        await store.RemoveTouches([.. line.UnreachedOn(today).Where(l => l.Cause == CauseOf(what)).Select(l => l.Id)], stop);
        await store.WroteAnew(await store.IntroductionToChange(line.It.Id, stop), what, sent, today, clock, stop);
    }

    /// <summary>The letters of the owner that are due and were not sent, or did not reach whom they were for.</summary>
    private static async Task<Dictionary<IntroductionSend, IReadOnlyList<IntroductionLetter>>> LettersDue(this Store store, IntroductionLine line, IReadOnlyList<IntroductionLetter> all, DateOnly today, CancellationToken stop)
    {
        var (it, step) = (line.It, line.It.StepOn(today));
        var due = new Dictionary<IntroductionSend, IReadOnlyList<IntroductionLetter>>();
        if (step == IntroductionStep.Send) due[IntroductionSend.Ask] = await store.Elsewhere(line, all, stop);
        if (step == IntroductionStep.Thank) due[IntroductionSend.Thanks] = [all[0]];
        if (step is IntroductionStep.Write or IntroductionStep.WaitToMeet or IntroductionStep.SayMet && it.WroteOn is null) due[IntroductionSend.Word] = [.. all.Where(l => l.IsPlain)];
        if (step == IntroductionStep.SayMet && !await store.AskedWhetherMet(it, stop)) due[IntroductionSend.Question] = [.. all.Where(l => !l.IsPlain)];
        foreach (var what in Enum.GetValues<IntroductionSend>())
            if (!due.ContainsKey(what) && line.Anew(what, all, today) is { Count: > 0 } anew) due[what] = await store.Elsewhere(line, anew, stop);
        return due;
    }

    /// <summary>Whether it was asked since it is time to, and that was not called off; two weeks after "not yet" it is asked again.</summary>
    private static Task<bool> AskedWhetherMet(this Store store, Introduction it, CancellationToken stop)
    {
        // A day earlier, for days begin at other hours elsewhere; what was asked before lies two weeks back.
        var (id, since) = (it.Id, (it.OutcomeOn ?? it.OpenedOn!.Value).AddDays(IntroductionSteps.DaysToMeet - 1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return store.Letters.AnyAsync(l => l.SubjectId == id && l.Cause == CauseQuestion && l.CreatedAt >= since && l.Failure != Letter.CalledOff, stop);
    }

    /// <summary>What was called off before it went out, or reached nobody, was not sent.</summary>
    private static async Task<bool> WasPosted(this Store store, Guid id, IntroductionSend what, CancellationToken stop)
    {
        var cause = CauseOf(what);
        return (await store.Letters.AsNoTracking().Where(l => l.SubjectId == id && l.Cause == cause && l.Failure != Letter.CalledOff).ToListAsync(stop)).Exists(l => !l.ReachedNobody);
    }

    internal static string CauseOf(IntroductionSend what) => what switch { IntroductionSend.Word => CauseWord, IntroductionSend.Question => CauseQuestion, IntroductionSend.Thanks => CauseThanks, _ => CauseAsk };
}
