using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>An introduction with the names of those it is about.</summary>
/// <param name="It">The introduction.</param>
/// <param name="Connector">Who is asked to introduce; null where it is the owner.</param>
/// <param name="First">The one of two; null where it is the owner.</param>
/// <param name="Second">The other.</param>
public sealed record IntroductionLine(Introduction It, string? Connector, string? First, string Second)
{
    /// <summary>Whom it is to lead on to; null when it is not the first of two steps, or they are gone.</summary>
    public PersonLine? Towards { get; init; }

    /// <summary>It is over because both turned out to be one person.</summary>
    public bool AreOne { get; init; }

    /// <summary>Whose answer is waited for, or whom it is all about, on Today and in lists.</summary>
    public PersonLine About => new(It.SecondId, Second);

    /// <summary>What was sent from here and reached nobody; of that only the owner is told.</summary>
    public IReadOnlyList<UnreachedLetter> Unreached { get; init; } = [];

    public string? NameOf(Side side) => side == Side.First ? First : Second;

    /// <summary>Whose the letters were to two who are brought together, as far as it is known and matters.</summary>
    internal IReadOnlyDictionary<Guid, Side> Sides { get; init; } = new Dictionary<Guid, Side>();

    /// <summary>Whose a letter was; null where nothing tells, or where only one of both gets letters.</summary>
    public Side? SideOf(Guid letter) => Sides.TryGetValue(letter, out var side) ? side : null;

    /// <summary>Whoever of both has answered needs to be asked no more.</summary>
    public bool HasAnswered(string cause, Guid letter) => cause == IntroductionMailActions.CauseAsk && SideOf(letter) is { } side && It.AnswerOf(side) is not null;

    /// <summary>What reached nobody of that which the present step is about. Whoever was never asked did not keep silent: when it is too late to ask them again, that is still said.</summary>
    public IReadOnlyList<UnreachedLetter> UnreachedOn(DateOnly today) =>
        [.. Unreached.Where(l => (It.StillStands(l.Cause, today) || (l.Cause == IntroductionMailActions.CauseAsk && It.IsSilence(today))) && !HasAnswered(l.Cause, l.Id))];

    /// <summary>What is the owner's turn comes first, then what is on its way, then what is over. Where a message reached nobody, nobody is waited for.</summary>
    public int Place(DateOnly today) => UnreachedOn(today).Count > 0 ? 0 : It.StepOn(today) switch
    {
        IntroductionStep.WaitForConnector or IntroductionStep.WaitForAnswers or IntroductionStep.WaitToMeet => 1,
        IntroductionStep.Nothing => 2,
        _ => 0,
    };
}

/// <summary>A letter that did not reach whom it was for.</summary>
/// <param name="Id">Which.</param>
/// <param name="Cause">Why it was sent: the key of a few words.</param>
/// <param name="To">The address it went to.</param>
/// <param name="MayBeSentAgain">The same can be sent once more.</param>
public sealed record UnreachedLetter(Guid Id, string Cause, string To, bool MayBeSentAgain);

public static class IntroductionQueries
{
    /// <summary>All of them: what is the owner's turn first, then what is on its way, then what is over, the latest first.</summary>
    public static async Task<IReadOnlyList<IntroductionLine>> AllIntroductions(this Store store, DateOnly today, CancellationToken stop, Guid? person = null)
    {
        var rows = store.Introductions.AsNoTracking().Where(i => person == null || i.ConnectorId == person || i.FirstId == person || i.SecondId == person);
        return [.. (await store.Lines(rows, stop)).OrderBy(l => l.Place(today)).ThenByDescending(l => l.It.OpenedOn ?? l.It.AskedOn ?? l.It.SentOn ?? DateOnly.MaxValue).ThenByDescending(l => l.It.Id)];
    }

    public static async Task<IntroductionLine> IntroductionOf(this Store store, Guid id, CancellationToken stop) =>
        await store.Lines(store.Introductions.AsNoTracking().Where(i => i.Id == id), stop) is [var line] ? line : throw new NotFound("Introductions.NotThere");

    /// <summary>The one whose id ends so.</summary>
    public static async Task<IntroductionLine> IntroductionEndingWith(this Store store, string end, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(end), "id", "Introductions.SayWhich"));
        var all = (await store.Lines(store.Introductions.AsNoTracking(), stop)).Where(l => l.It.EndsSo(end)).ToList();
        return all switch { [var one] => one, [] => throw new NotFound("Introductions.NoneCalled", end), _ => throw new Conflict("Introductions.SeveralCalled", end) };
    }

    /// <summary>What Today may speak of.</summary>
    public static async Task<IReadOnlyList<IntroductionLine>> IntroductionsDue(this Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.Lines(store.Introductions.AsNoTracking().Where(i => i.ClosedOn == null), stop)).Where(l => l.It.IsDue(today)).OrderBy(l => l.It.Id)];

    /// <summary>What should be thought of before the connector is asked; nothing once they are.</summary>
    internal static async Task<IReadOnlyList<Reason>> HintsBefore(this Store store, IntroductionLine line, DateOnly today, CancellationToken stop) =>
        line.It.ConnectorId is { } connector && line.It.StepOn(today) == IntroductionStep.Send ? await store.HintsBefore(new PersonLine(connector, line.Connector!), line.About, today, stop) : [];

    /// <summary>What should be thought of before this connector is asked for somebody: that nobody needs to stand between, and how often the connector was asked.</summary>
    internal static async Task<IReadOnlyList<Reason>> HintsBefore(this Store store, PersonLine? connector, PersonLine? wanted, DateOnly today, CancellationToken stop)
    {
        var isClose = wanted is not null && (await store.TiesOf([wanted.Id], today, stop)).GetValueOrDefault(wanted.Id) is { } tie && OpportunityFit.IsNear(tie.Tie.Layer, tie.BlendedStrength);
        return [.. isClose ? (Reason[])[new("Introductions.AlreadyClose", wanted!.Name)] : [], .. connector is null ? [] : await store.HintsFor(connector, Weight.Normal, today, stop)];
    }

    /// <summary>One of them for programs, with what should be thought of before it is sent.</summary>
    internal static async Task<IntroductionAnswer> AnswerOf(this Store store, IntroductionLine line, DateOnly today, CancellationToken stop) =>
        IntroductionAnswer.Of(line, today) with { Hints = [.. (await store.HintsBefore(line, today, stop)).Select(h => h.InWords())], Posted = await store.PostedOf(line, today, stop) };

    /// <summary>The first mail address of each of these people who has one.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> Mails(this Store store, Guid[] people, CancellationToken stop) => people.Length == 0 ? new Dictionary<Guid, string>() :
        (await store.ContactPoints.Where(c => people.Contains(c.PersonId) && c.Kind == ContactKind.Email).OrderBy(c => c.Position).Select(c => new { c.PersonId, c.Value }).ToListAsync(stop)).DistinctBy(c => c.PersonId).ToDictionary(c => c.PersonId, c => c.Value);

    private static async Task<List<IntroductionLine>> Lines(this Store store, IQueryable<Introduction> rows, CancellationToken stop)
    {
        var all = await rows.ToListAsync(stop);
        var ids = all.SelectMany(i => new[] { i.ConnectorId, i.FirstId, i.SecondId, i.TowardsId }).OfType<Guid>().Distinct().ToList();
        var (names, isMerged) = (new Dictionary<Guid, string>(), false);
        foreach (var some in ids.Chunk(Store.MostParameters))
            foreach (var person in await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.MergedIntoId }).ToListAsync(stop))
            {
                names[person.Id] = person.Name;
                isMerged |= person.MergedIntoId is not null;
            }
        var (unreached, sides) = await store.UnreachedOf(all, names, stop);
        var now = isMerged ? await store.WhoTheyAre(stop) : [];
        bool AreOne(Introduction i) => i is { ClosedOn: not null, WithdrawnOn: null } && i.Outcome() is null && (i.ConnectorId ?? i.FirstId) is { } other && now.GetValueOrDefault(other, other) == now.GetValueOrDefault(i.SecondId, i.SecondId);
        return [.. all.Select(i => new IntroductionLine(i, i.ConnectorId is { } c ? names[c] : null, i.FirstId is { } f ? names[f] : null, names[i.SecondId]) { Towards = i.TowardsId is { } t && names.TryGetValue(t, out var on) ? new(t, on) : null, AreOne = AreOne(i), Unreached = [.. unreached[i.Id]], Sides = sides })];
    }
}
