using Mainstay.Learnings;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Challenges;

/// <summary>A hard time is described, locked, and closed. Nothing of it is kept for taking back: what is closed is gone.</summary>
public static class ChallengeActions
{
    public static Task<Challenge> BeginChallenge(this Store store, NewChallenge challenge, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(challenge.Check(today));
        if (challenge.Id is { } once && await store.Challenges.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        var row = store.Add(new Challenge { Id = challenge.Id ?? Guid.CreateVersion7(), Name = challenge.Name.Trim(), Topic = Filled(challenge.Topic), EndsOn = challenge.EndsOn, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        challenge.Narrative.WriteTo(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says otherwise by what it is known, what it is about, and by when it should be over.</summary>
    public static Task<Challenge> NameChallenge(this Store store, Guid id, NewChallenge challenge, DateOnly today, CancellationToken stop) => store.ChangeChallenge(id, row =>
    {
        // A day that has passed may stay as it is; the owner is asked about it anyway.
        Mistaken.ThrowIf((challenge.EndsOn == row.EndsOn ? challenge with { EndsOn = null } : challenge).Check(today));
        (row.Name, row.Topic, row.EndsOn) = (challenge.Name.Trim(), Filled(challenge.Topic), challenge.EndsOn);
    }, stop);

    /// <summary>Keeps what is written. Locked, it needs the key.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="id">Which.</param>
    /// <param name="write">Makes what stands there what is to stand there.</param>
    /// <param name="key">What opened it; null when it is not locked.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task<Challenge> WriteChallenge(this Store store, Guid id, Func<Narrative, Narrative> write, byte[]? key, CancellationToken stop) => store.ChangeChallenge(id, row =>
    {
        var narrative = write(row.ReadBy(key));
        Mistaken.ThrowIf(narrative.Check());
        if (row.IsLocked) NarrativeLock.Write(row, narrative, key!);
        else narrative.WriteTo(row);
    }, stop);

    /// <summary>Locks what is written by a passphrase.</summary>
    /// <returns>The recovery code, to be shown now and never again.</returns>
    public static async Task<string> LockChallenge(this Store store, Guid id, string passphrase, CancellationToken stop)
    {
        var code = "";
        await store.ChangeChallenge(id, row =>
        {
            if (row.IsLocked) throw new Conflict("Challenges.LockedAlready");
            CheckPassphrase(passphrase);
            code = NarrativeLock.Lock(row, passphrase);
        }, stop);
        await store.EmptyJournal();
        return code;
    }

    /// <summary>The key, by the passphrase or the recovery code.</summary>
    public static async Task<byte[]> OpenChallenge(this Store store, Guid id, string? secret, CancellationToken stop)
    {
        var row = await store.ChallengeOf(id, stop);
        if (!row.IsLocked) throw new Conflict("Challenges.NotLocked");
        return (string.IsNullOrWhiteSpace(secret) || secret.Length > NarrativeLock.MostPassphrase ? null : NarrativeLock.KeyBy(row, secret)) ?? throw new Mistaken(new Problems().When(true, "passphrase", "Challenges.OpensNothing"));
    }

    /// <summary>Another passphrase, another recovery code and another key; those before open nothing any more that is written from now on.</summary>
    public static async Task<string> ChangePassphrase(this Store store, Guid id, byte[] key, string passphrase, CancellationToken stop)
    {
        var code = "";
        await store.ChangeChallenge(id, row =>
        {
            CheckPassphrase(passphrase);
            NarrativeLock.Unlock(row, row.ReadBy(key)); // not kept so: it is locked again before it is
            code = NarrativeLock.Lock(row, passphrase);
        }, stop);
        await store.EmptyJournal();
        return code;
    }

    /// <summary>Lets what is written stand open again.</summary>
    public static Task<Challenge> UnlockChallenge(this Store store, Guid id, byte[] key, CancellationToken stop) => store.ChangeChallenge(id, row => NarrativeLock.Unlock(row, row.ReadBy(key)), stop);

    /// <summary>It is over: what was learned is kept, if something is said, and all else is deleted. A lost key is no hindrance.</summary>
    public static async Task<Learning?> CloseChallenge(this Store store, Guid id, Closing closing, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var learned = await store.Close(id, closing, today, clock, stop);
        await store.EmptyJournal();
        return learned;
    }

    /// <summary>How a hard time is closed.</summary>
    /// <param name="Lesson">What was learned and is kept; null when nothing is.</param>
    /// <param name="Rooms">What else belongs to it.</param>
    public sealed record Closing(string? Lesson, IEnumerable<IChallengeEnd> Rooms)
    {
        /// <summary>The learning is to say what it was about. A learning is found and shown where a hard time is not, so that is chosen.</summary>
        public bool KeepsTopic { get; init; }
    }

    private static Task<Learning?> Close(this Store store, Guid id, Closing closing, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.ChallengeOf(id, stop);
        var learned = Filled(closing.Lesson) is { } text ? await store.NoteLearning(new() { Text = text, Topic = closing.KeepsTopic ? row.Topic : null }, today, clock, stop) : null;
        await store.OverwriteWhatGoes(stop);
        await store.RememberWhoHelped(id, closing.Rooms, today, stop);
        await store.DeleteAsksOf(id, clock, stop);
        foreach (var room in closing.Rooms) await room.Delete(store, id, clock, stop);
        await store.Challenges.Where(c => c.Id == id).ExecuteDeleteAsync(stop);
        return learned;
    }, stop);

    /// <summary>Whose crisis lines are shown; null forgets it.</summary>
    public static Task<string?> SetCrisisCountry(this Store store, string? country, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var code = Filled(country)?.ToUpperInvariant();
        Mistaken.ThrowIf(new Problems().When(code is not null && !CountriesSource.IsOne(code), "country", "Challenges.NoSuchCountry", code));
        var row = await store.CrisisCountries.FirstOrDefaultAsync(stop);
        if (code is null && row is not null) store.Remove(row);
        else if (code is not null && row is not null) row.Country = code;
        else if (code is not null) store.Add(new CrisisCountry { Country = code });
        await store.SaveChangesAsync(stop);
        return code;
    }, stop);

    /// <summary>What is written; locked, it needs the key.</summary>
    public static Narrative ReadBy(this Challenge row, byte[]? key) =>
        !row.IsLocked ? Narrative.Of(row) : (key is null ? null : NarrativeLock.Read(row, key)) ?? throw new Conflict("Challenges.IsLocked");

    private static void CheckPassphrase(string? passphrase) => Mistaken.ThrowIf(new Problems()
        .When((passphrase?.Trim().Length ?? 0) < NarrativeLock.LeastPassphrase, "passphrase", "Challenges.PassphraseShort", NarrativeLock.LeastPassphrase)
        .When(passphrase?.Length > NarrativeLock.MostPassphrase, "passphrase", "Challenges.TooLong", NarrativeLock.MostPassphrase));

    private static Task<Challenge> ChangeChallenge(this Store store, Guid id, Action<Challenge> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.Challenges.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Challenges.NotThere");
        await store.OverwriteWhatGoes(stop);
        change(row);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);
}
