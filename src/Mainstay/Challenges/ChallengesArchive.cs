using Mainstay.Archive;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Challenges;

internal sealed record ArchivedChallenge(Guid Id, string Name, string? Topic, DateOnly? EndsOn, DateTime CreatedAt)
{
    public string? Happened { get; init; }
    public string? HowItIs { get; init; }
    public string? Wanted { get; init; }
    public string? Tried { get; init; }
    public string? Feared { get; init; }
    public byte[]? Locked { get; init; }
    public byte[]? Salt { get; init; }
    public int Rounds { get; init; }
    public byte[]? ByPassphrase { get; init; }
    public byte[]? ByRecovery { get; init; }
}

/// <summary>Hard times in the owner's own archive. What is locked stays locked in it.</summary>
internal sealed class ChallengesArchive() : ArchiveSection<ArchivedChallenge>("challenges")
{
    internal const string Kind = "challenge";

    private const int LongestKey = 1_000, MostRounds = 10_000_000;

    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.Challenges.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedChallenge> Rows(Store store, CancellationToken stop) => store.Challenges.AsNoTracking().OrderBy(c => c.Id).Select(c => new ArchivedChallenge(c.Id, c.Name, c.Topic, c.EndsOn, c.CreatedAt)
    {
        Happened = c.Happened,
        HowItIs = c.HowItIs,
        Wanted = c.Wanted,
        Tried = c.Tried,
        Feared = c.Feared,
        Locked = c.Locked,
        Salt = c.Salt,
        Rounds = c.Rounds,
        ByPassphrase = c.ByPassphrase,
        ByRecovery = c.ByRecovery,
    }).AsAsyncEnumerable();

    protected override void Check(ArchivedChallenge it, ArchiveCheck check)
    {
        check.IsNew(Kind, it.Id);
        check.Holds(new NewChallenge(it.Name, it.Topic) { Narrative = new(it.Happened, it.HowItIs, it.Wanted, it.Tried, it.Feared) }.Check(DateOnly.MinValue));
        check.Holds((it.Locked, it.Salt, it.ByPassphrase, it.ByRecovery) is (null, null, null, null) or ({ }, { Length: <= LongestKey }, { Length: <= LongestKey }, { Length: <= LongestKey }) && it.Rounds is >= 0 and <= MostRounds && it.Rounds > 0 == it.Locked is not null, "Challenges.NotAChallenge");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedChallenge> challenges, CancellationToken stop) => store.InsertMany(challenges.Select(c => new Challenge
    {
        Id = c.Id,
        Name = c.Name,
        Topic = c.Topic,
        EndsOn = c.EndsOn,
        CreatedAt = c.CreatedAt,
        Happened = c.Happened,
        HowItIs = c.HowItIs,
        Wanted = c.Wanted,
        Tried = c.Tried,
        Feared = c.Feared,
        Locked = c.Locked,
        Salt = c.Salt,
        Rounds = c.Rounds,
        ByPassphrase = c.ByPassphrase,
        ByRecovery = c.ByRecovery,
    }), stop);
}

internal sealed record ArchivedChallengeAsk(Guid Id, Guid Challenge, Guid Thread, HelpAs As);

/// <summary>Which asks were for a hard time, in an archive.</summary>
internal sealed class ChallengeAsksArchive() : ArchiveSection<ArchivedChallengeAsk>("challengeAsks")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.ChallengeAsks.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedChallengeAsk> Rows(Store store, CancellationToken stop) => store.ChallengeAsks.AsNoTracking().OrderBy(a => a.Id).Select(a => new ArchivedChallengeAsk(a.Id, a.ChallengeId, a.ThreadId, a.As)).AsAsyncEnumerable();

    protected override void Check(ArchivedChallengeAsk ask, ArchiveCheck check)
    {
        check.IsNew("challengeAsk", ask.Id);
        check.IsNew("challengeThread", ask.Thread);
        check.Refers(ChallengesArchive.Kind, ask.Challenge);
        check.Holds(Enum.IsDefined(ask.As), "Challenges.NotAHelp");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedChallengeAsk> asks, CancellationToken stop) => store.InsertMany(asks.Select(a => new ChallengeAsk { Id = a.Id, ChallengeId = a.Challenge, ThreadId = a.Thread, As = a.As }), stop);
}

internal sealed record ArchivedThanks(Guid Id, Guid Person, DateOnly Since);

/// <summary>Who is to be thanked, in an archive.</summary>
internal sealed class ThanksDueArchive() : ArchiveSection<ArchivedThanks>("thanksDue")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.ThanksDue.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedThanks> Rows(Store store, CancellationToken stop) => store.ThanksDue.AsNoTracking().OrderBy(t => t.Id).Select(t => new ArchivedThanks(t.Id, t.PersonId, t.Since)).AsAsyncEnumerable();

    protected override void Check(ArchivedThanks thanks, ArchiveCheck check)
    {
        check.IsNew("thanks", thanks.Id);
        check.IsNew("thankedPerson", thanks.Person);
        check.Refers(PeopleArchive.Kind, thanks.Person);
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedThanks> thanks, CancellationToken stop) => store.InsertMany(thanks.Select(t => new ThanksDue { Id = t.Id, PersonId = t.Person, Since = t.Since }), stop);
}

internal sealed record ArchivedCrisisCountry(string Country);

/// <summary>Whose crisis lines are shown, in an archive: one row, or none.</summary>
internal sealed class CrisisCountryArchive() : ArchiveSection<ArchivedCrisisCountry>("crisisCountry")
{
    public override async Task<bool> IsEmpty(Store store, CancellationToken stop) => !await store.CrisisCountries.AnyAsync(stop);

    protected override IAsyncEnumerable<ArchivedCrisisCountry> Rows(Store store, CancellationToken stop) => store.CrisisCountries.AsNoTracking().Select(c => new ArchivedCrisisCountry(c.Country)).AsAsyncEnumerable();

    protected override void Check(ArchivedCrisisCountry country, ArchiveCheck check)
    {
        check.IsNew("crisisCountry", Guid.Empty);
        check.Holds(CountriesSource.IsOne(country.Country), "Challenges.NotAChallenge");
    }

    protected override Task Write(Store store, IReadOnlyList<ArchivedCrisisCountry> countries, CancellationToken stop) => store.InsertMany(countries.Select(c => new CrisisCountry { Country = c.Country }), stop);
}
