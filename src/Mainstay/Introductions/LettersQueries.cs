using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

internal static class LettersQueries
{
    /// <summary>What the owner is to send now: to the connector, to both, a first word when it is open, a question two weeks later, or thanks.</summary>
    public static async Task<IReadOnlyList<IntroductionLetter>> LettersFor(this Store store, IntroductionLine line, DateOnly today, CancellationToken stop)
    {
        var (it, from) = (line.It, await store.OwnersName(stop));
        var isToWrite = it.WroteOn is null || line.UnreachedOn(today).Any(l => l.Cause == IntroductionMailActions.CauseWord);
        return it.StepOn(today) switch
        {
            IntroductionStep.Send or IntroductionStep.WaitForConnector when !it.IsMine => [await store.ToConnector(line, from, stop)],
            IntroductionStep.Send or IntroductionStep.WaitForAnswers when it.IsMine => [await store.ToSide(line, Side.First, from, stop), await store.ToSide(line, Side.Second, from, stop)],
            IntroductionStep.WaitForAnswers => [await store.ThroughConnector(line, from, stop)],
            IntroductionStep.SayMet => [.. isToWrite ? await store.WhenOpen(line, from, stop) : [], .. await store.WhetherMet(line, from, stop)],
            IntroductionStep.Write or IntroductionStep.WaitToMeet when isToWrite => await store.WhenOpen(line, from, stop),
            IntroductionStep.Thank => [await store.WithThanks(line, from, stop), await store.WithOutcome(line, from, stop)],
            IntroductionStep.Nothing when line.UnreachedOn(today).Any(l => l.Cause == IntroductionMailActions.CauseThanks) => [await store.WithThanks(line, from, stop)],
            _ => [],
        };
    }

    /// <summary>What was sent from here about an introduction, the first first. What became of mail, and to send it again, is its owner's alone.</summary>
    internal static async Task<IReadOnlyList<PostedLetter>> PostedOf(this Store store, IntroductionLine line, DateOnly today, CancellationToken stop)
    {
        var (id, isOwners) = (line.It.Id, store.ShowsPrivate);
        return [.. (await store.Letters.AsNoTracking().Where(l => l.SubjectId == id).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).ToListAsync(stop))
            .Select(l => new PostedLetter(l.Id, l.To, l.Subject, JsonNamingPolicy.CamelCase.ConvertName(l.State.ToString()), Speech.Say($"Mail.State{l.State}"), isOwners ? l.WhyNot()?.InWords() : null, isOwners && l.MayBeSentAgain && line.It.StillStands(l.Cause, today) && !line.HasAnswered(l.Cause, l.Id) && !line.WasFollowed(l)))];
    }

    /// <summary>The letters about these that reached nobody, and that no other to the same person followed, by what they are about; and whose they and those beside them were. What became of mail is its owner's alone.</summary>
    internal static async Task<(ILookup<Guid, UnreachedLetter> Unreached, IReadOnlyDictionary<Guid, Side> Sides)> UnreachedOf(this Store store, IReadOnlyCollection<Introduction> introductions, Dictionary<Guid, string> names, CancellationToken stop)
    {
        var lost = new List<Letter>();
        foreach (var some in store.ShowsPrivate ? introductions.Select(i => i.Id).Chunk(Store.MostParameters) : [])
            lost.AddRange(await store.Letters.AsNoTracking()
                .Where(l => l.SubjectId != null && some.Contains(l.SubjectId.Value) && (l.State == LetterState.Failed || l.State == LetterState.Held || l.State == LetterState.CameBack))
                .OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).ToListAsync(stop));
        lost.RemoveAll(l => !l.ReachedNobody);
        // Where one of two has answered, it counts whose a letter is, lost or not.
        var halfAnswered = introductions.Where(i => store.ShowsPrivate && i is { IsMine: true, OpenedOn: null, ClosedOn: null } && (i.FirstAnswer ?? i.SecondAnswer) is not null).Select(i => i.Id);
        var (all, mine) = (new List<Sent>(), introductions.Where(i => i.IsMine).ToDictionary(i => i.Id));
        foreach (var some in lost.Select(l => l.SubjectId!.Value).Concat(halfAnswered).Distinct().Chunk(Store.MostParameters))
            all.AddRange(await store.Letters.Where(l => l.SubjectId != null && some.Contains(l.SubjectId.Value)).Select(l => new Sent(l.Id, l.SubjectId!.Value, l.Cause, l.To, l.ToName, l.CreatedAt, l.Failure == Letter.CalledOff)).ToListAsync(stop));
        var (about, sides) = (all.ToLookup(s => s.About), new Dictionary<Guid, Side>());
        foreach (var letters in all.Where(s => mine.ContainsKey(s.About)).GroupBy(s => (s.About, s.Cause)))
        {
            var it = mine[letters.Key.About];
            foreach (var (letter, side) in LetterSides.Of([.. letters.OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Select(s => new LetterSides.Addressed(s.Id, s.To, s.ToName))], NewLetter.Name(names[it.FirstId!.Value]), NewLetter.Name(names[it.SecondId]))) sides[letter] = side;
        }
        var unreached = lost.Where(l => !about[l.SubjectId!.Value].Any(s => s.Follows(l, mine.ContainsKey(s.About), sides)));
        return (unreached.ToLookup(l => l.SubjectId!.Value, l => new UnreachedLetter(l.Id, l.Cause, l.To, l.MayBeSentAgain)), sides);
    }

    /// <summary>Whether another to the same person took the place of a letter that reached nobody.</summary>
    internal static bool WasFollowed(this IntroductionLine line, Letter letter) => letter.ReachedNobody && line.Unreached.All(l => l.Id != letter.Id);

    private sealed record Sent(Guid Id, Guid About, string Cause, string To, string? ToName, DateTime CreatedAt, bool IsOff)
    {
        /// <summary>Letters of one cause go to one person, unless two are brought together: then it counts whose they were, or the name and the address where that is not known. What was called off took nobody's place.</summary>
        public bool Follows(Letter lost, bool isToBoth, Dictionary<Guid, Side> sides) => Cause == lost.Cause && !IsOff && (CreatedAt > lost.CreatedAt || (CreatedAt == lost.CreatedAt && Id.CompareTo(lost.Id) > 0))
            && (!isToBoth || (sides.TryGetValue(Id, out var own) && sides.TryGetValue(lost.Id, out var its) ? own == its : To == lost.To || (lost.ToName is null ? ToName is not null : ToName == lost.ToName)));
    }

    /// <summary>The message with a link for one of them: what is to be sent now, else a word by which they see how it stands.</summary>
    internal static async Task<IntroductionLetter> LetterWithLink(this Store store, IntroductionLine line, LinkTo to, DateOnly today, CancellationToken stop)
    {
        if ((await store.LettersFor(line, today, stop)).FirstOrDefault(l => l.To == to && !l.IsPlain) is { } now) return now;
        var name = to switch { LinkTo.Connector => line.Connector, LinkTo.First => line.First, _ => line.Second };
        var (called, mail) = await store.Reach(line.It.Whom(to)!.Value, stop);
        return new(to, name!, IntroductionWords.HowItStands(called, await store.OwnersName(stop)), mail, Speech.Say("Introductions.SubjectHow"));
    }

    private static async Task<IntroductionLetter> ToConnector(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.It.ConnectorId!.Value, stop);
        return new(LinkTo.Connector, line.Connector!, line.It.Message ?? IntroductionWords.ToConnector(line, called, from), mail, Speech.Say("Introductions.SubjectAsk", line.Second));
    }

    /// <summary>What the connector sends to the other, when they said otherwise than by their link that they ask them: they get it from the owner.</summary>
    private static async Task<IntroductionLetter> ThroughConnector(this Store store, IntroductionLine line, string? from, CancellationToken stop) =>
        await store.ToSide(line, Side.Second, from, stop) with { Via = line.Connector, Mail = (await store.Reach(line.It.ConnectorId!.Value, stop)).Mail };

    private static async Task<IntroductionLetter> WithThanks(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.It.ConnectorId!.Value, stop);
        return new(LinkTo.Connector, line.Connector!, (line.It.ThankedOn is null ? null : line.It.Thanks) ?? IntroductionWords.Thanks(line, called, from), mail, Speech.Say("Exchange.ThanksSubject")) { IsPlain = true };
    }

    private static async Task<IntroductionLetter> ToSide(this Store store, IntroductionLine line, Side side, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(side == Side.First ? line.It.FirstId!.Value : line.It.SecondId, stop);
        return new(side == Side.First ? LinkTo.First : LinkTo.Second, line.NameOf(side)!, IntroductionWords.ToSide(line, side, called, from), mail, Speech.Say("Introductions.SubjectMeet"));
    }

    /// <summary>To the other: where they said they can be reached, else where the owner's own address book says. To both in one when both told their address for this; else to each alone, since one mail to both tells the addresses.</summary>
    private static async Task<IReadOnlyList<IntroductionLetter>> WhenOpen(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.It.SecondId, stop);
        var (text, subject) = (IntroductionWords.WhenOpen(line, called, from), Speech.Say("Introductions.SubjectOpen"));
        var second = new IntroductionLetter(LinkTo.Second, line.Second, text, Mail(line.It.SecondContact) ?? mail, subject) { IsPlain = true };
        if (!line.It.IsMine) return [second];
        if (Mail(line.It.FirstContact) is { } one && Mail(line.It.SecondContact) is { } other) return [second with { Name = Speech.Say("Introductions.Both", line.First, line.Second), Mail = $"{one},{other}" }];
        return [second with { To = LinkTo.First, Name = line.First!, Mail = Mail(line.It.FirstContact) ?? (await store.Reach(line.It.FirstId!.Value, stop)).Mail }, second];
    }

    /// <summary>Two weeks later, to the other, or to both: one tap behind their link says what came of it.</summary>
    private static async Task<IReadOnlyList<IntroductionLetter>> WhetherMet(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var letters = new List<IntroductionLetter>();
        foreach (var side in line.It.IsMine ? (Side[])[Side.First, Side.Second] : [Side.Second])
        {
            var (called, mail) = await store.Reach(side == Side.First ? line.It.FirstId!.Value : line.It.SecondId, stop);
            letters.Add(new(side == Side.First ? LinkTo.First : LinkTo.Second, line.NameOf(side)!, IntroductionWords.WhetherMet(line, side, called, from), Mail(line.It.ContactOf(side)) ?? mail, Speech.Say("Introductions.SubjectMet")));
        }
        return letters;
    }

    private static async Task<IntroductionLetter> WithOutcome(this Store store, IntroductionLine line, string? from, CancellationToken stop)
    {
        var (called, mail) = await store.Reach(line.It.ConnectorId!.Value, stop);
        return new(LinkTo.Connector, line.Connector!, IntroductionWords.WithOutcome(line, called, from), mail, Speech.Say("Introductions.SubjectHow"));
    }

    private static string? Mail(string? contact) => contact is not null && People.Contacts.Email(contact.Trim()) is not null ? contact.Trim() : null;
}

/// <summary>Letters about introductions go out again only as long as the introduction is where it was.</summary>
internal sealed class IntroductionLettersQueries : ILetterSubjects
{
    public async Task<bool> StillStands(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        if (!IntroductionMailActions.IsOfIntroduction(letter.Cause)) return true;
        var id = letter.SubjectId;
        if (!await store.Introductions.AnyAsync(i => i.Id == id, stop)) return false;
        var line = await store.IntroductionOf(id!.Value, stop);
        return line.It.StillStands(letter.Cause, await store.OwnersDay(clock, stop)) && !line.HasAnswered(letter.Cause, letter.Id) && !line.WasFollowed(letter);
    }

    /// <summary>An ask that waits may be to the point again: whoever said "not now" may say yes meanwhile, and then the other is to be asked.</summary>
    public async Task<bool> MayStandAgain(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        var id = letter.SubjectId;
        if (letter.Cause != IntroductionMailActions.CauseAsk || !await store.Introductions.AnyAsync(i => i.Id == id, stop)) return false;
        var line = await store.IntroductionOf(id!.Value, stop);
        return line.It is { ClosedOn: null, WithdrawnOn: null, OpenedOn: null, AcceptedOn: null, FirstAnswer: not Consent.No, SecondAnswer: not Consent.No } && !line.HasAnswered(letter.Cause, letter.Id) && !line.WasFollowed(letter);
    }
}
