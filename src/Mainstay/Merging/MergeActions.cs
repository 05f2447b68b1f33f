using System.Text.Json;
using Mainstay.Intake;
using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

/// <summary>Whom to bring together, and how.</summary>
/// <param name="Keep">Who stays.</param>
/// <param name="Other">Who is the same once more.</param>
/// <param name="OfOther">The names of the differences in which the other has the word.</param>
public sealed record Merger(Guid Keep, Guid Other, IReadOnlyCollection<string> OfOther);

/// <summary>Two people who are one: everything that is about the other is about the one who stays. It can be taken back for thirty days.</summary>
public static class MergeActions
{
    internal const string Merged = "personMerged";

    /// <summary>Brings somebody into somebody else. The answer is by what it is taken back.</summary>
    public static Task<Guid> MergePeople(this Store store, Merger merger, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var (keep, gone) = (merger.Keep, merger.Other);
        await store.PersonOf(keep, stop);
        if (await store.MergedInto(gone, stop) == keep && await store.Formers.Where(f => f.Kind == Merged && f.PersonId == keep && f.After == gone.ToString("N")).OrderByDescending(f => f.At).FirstOrDefaultAsync(stop) is { } before) return before.Id; // twice is as once
        await store.PersonOf(gone, stop);
        Mistaken.ThrowIf(new Problems().When(keep == gone, "other", "Merging.WithThemselves").When(merger.OfOther.Except(Together.Fields).Any(), "take", "Merging.NoSuchField", string.Join(", ", Together.Fields)));
        var (mine, theirs) = (await store.SaidOf(keep, stop), await store.SaidOf(gone, stop));
        var both = Together.Of(mine, theirs, merger.OfOther.ToHashSet(StringComparer.Ordinal), [keep, gone]);
        await store.ChangePerson(keep, both.Details, clock, stop);
        await store.SetAffiliations(keep, both.Affiliations, clock, stop);
        var (tieBefore, tieAfter) = await store.JoinTies(keep, gone, stop);
        var card = await store.TakeCard(keep, gone, stop);
        var candidate = await store.JoinCandidates(keep, gone, stop);
        var introductions = await store.EndIntroductionsBetween(keep, gone, today, stop);
        var moved = await store.Move(gone, keep, stop);
        await store.RefreshTies([keep, gone], stop);
        await store.SetMerged(gone, keep, clock, stop);
        await store.Refit(today, stop);
        var kept = new Joined(gone, mine.ToJson(), (await store.SaidOf(keep, stop)).State(), tieBefore, tieAfter, moved) { TookPhoto = mine.Details.Photo is null && theirs.Details.Photo is not null, TookCard = card, Candidate = candidate, Introductions = introductions };
        return await store.KeepFormer(new() { PersonId = keep, Kind = Merged, Before = JsonSerializer.Serialize(kept, Json.OneLine), After = gone.ToString("N"), At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>Notes that two who look alike are two: they are not proposed again. Said again it is said once.</summary>
    public static Task<bool> SayApart(this Store store, Guid one, Guid other, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.PersonOf(one, stop);
        await store.PersonOf(other, stop);
        Mistaken.ThrowIf(new Problems().When(one == other, "other", "Merging.WithThemselves"));
        var (first, second) = KnownPair.Key(one, other);
        if (await store.KnownApart.AnyAsync(a => a.FirstId == first && a.SecondId == second, stop)) return false;
        store.Add(new KnownApart { FirstId = first, SecondId = second, At = clock.GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>They may be one after all.</summary>
    public static async Task<bool> UnsayApart(this Store store, Guid one, Guid other, CancellationToken stop)
    {
        await store.PersonOf(one, stop);
        await store.PersonOf(other, stop);
        var (first, second) = KnownPair.Key(one, other);
        return await store.KnownApart.Where(a => a.FirstId == first && a.SecondId == second).ExecuteDeleteAsync(stop) > 0;
    }

    internal static async Task<Said> SaidOf(this Store store, Guid person, CancellationToken stop) =>
        new(await store.DetailsOf(person, stop), (await store.AffiliationsOf([person], stop)).GetValueOrDefault(person) ?? []);

    /// <summary>What the owner wants of the tie: where nothing was said with the one who stays, what was said with the other counts.</summary>
    private static async Task<(Wanted? Before, Wanted? After)> JoinTies(this Store store, Guid keep, Guid gone, CancellationToken stop)
    {
        var ties = await store.Ties.Where(t => t.Id == keep || t.Id == gone).ToDictionaryAsync(t => t.Id, stop);
        if (ties.GetValueOrDefault(gone) is not { } other) return default;
        var before = ties.GetValueOrDefault(keep) is { } there ? Wanted.Of(there) : null;
        var tie = ties.GetValueOrDefault(keep) ?? store.Add(new Tie { Id = keep, Since = other.Since }).Entity;
        Wanted.Of(tie).With(Wanted.Of(other)).On(tie);
        await store.SaveChangesAsync(stop);
        return (before, Wanted.Of(tie));
    }

    /// <summary>The card as a client gave it, with what is not understood of it, where the one who stays has none.</summary>
    private static async Task<bool> TakeCard(this Store store, Guid keep, Guid gone, CancellationToken stop)
    {
        if (await store.OriginalCards.AnyAsync(c => c.Id == keep, stop) || await store.OriginalCards.AsNoTracking().FirstOrDefaultAsync(c => c.Id == gone, stop) is not { } card) return false;
        store.Add(new OriginalCard { Id = keep, Uid = card.Uid, Text = card.Text });
        await store.SaveChangesAsync(stop);
        return true;
    }

    private static async Task SetMerged(this Store store, Guid gone, Guid? into, TimeProvider clock, CancellationToken stop)
    {
        var person = await store.People.IgnoreQueryFilters([Store.TrashFilter]).SingleAsync(p => p.Id == gone, stop);
        var now = clock.GetUtcNow().UtcDateTime;
        (person.MergedIntoId, person.TrashedAt, person.ChangedAt) = (into, into is null ? null : now, now);
        person.Revision++;
        await store.SaveChangesAsync(stop);
    }

    /// <summary>Makes two of them again. Whoever stayed is as before, unless they were changed since: then they keep what they have.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Merged;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var (kept, keep) = (JsonSerializer.Deserialize<Joined>(former.Before, Json.OneLine)!, former.PersonId!.Value);
            var gone = await store.People.IgnoreQueryFilters([Store.TrashFilter]).AsNoTracking().FirstOrDefaultAsync(p => p.Id == kept.Gone, stop) ?? throw new NotFound("People.NothingToUndo");
            if (gone.MergedIntoId != keep) return;
            var stays = await store.People.IgnoreQueryFilters([Store.TrashFilter]).AsNoTracking().FirstAsync(p => p.Id == keep, stop);
            if (stays.MergedIntoId is not null) throw new Conflict("People.IsMerged", stays.Name); // what came over has gone on
            var now = await store.SaidOf(keep, stop);
            if (now.State() == kept.After) await PutRecordBack(store, keep, kept, now.Details.Photo, clock, stop);
            if (await store.Ties.FirstOrDefaultAsync(t => t.Id == keep, stop) is { } tie && Wanted.Of(tie) == kept.TieAfter)
            {
                if (kept.TieBefore is { } before) before.On(tie);
                else store.Remove(tie);
            }
            if (kept.TookCard) await store.OriginalCards.Where(c => c.Id == keep && store.Set<OriginalCard>().Any(o => o.Id == kept.Gone && o.Text == c.Text)).ExecuteDeleteAsync(stop); // not one that came since
            await store.MoveBack(kept.Rows, keep, kept.Gone, stop);
            if (kept.Candidate is { } candidate) await store.PartCandidates(candidate, stop);
            if (kept.Introductions is { } introductions) await store.ResumeIntroductions(introductions, keep, kept.Gone, stop);
            await store.SetMerged(kept.Gone, null, clock, stop);
            await store.RefreshTies([keep, kept.Gone], stop);
        }

        /// <summary>The photo is remembered by its fingerprint only: it is the one that is there, or there was none.</summary>
        private static async Task PutRecordBack(Store store, Guid keep, Joined kept, PhotoDetails? photo, TimeProvider clock, CancellationToken stop)
        {
            var before = Said.FromJson(kept.Before);
            await store.ChangePerson(keep, before.Details with { Photo = kept.TookPhoto ? null : photo }, clock, stop);
            await store.SetAffiliations(keep, before.Affiliations, clock, stop);
        }
    }

    /// <summary>How the one who stays was, and what came over.</summary>
    internal sealed record Joined(Guid Gone, string Before, string After, Wanted? TieBefore, Wanted? TieAfter, IReadOnlyList<MovedRows> Rows)
    {
        public bool TookPhoto { get; init; }

        public bool TookCard { get; init; }

        public JoinedCandidate? Candidate { get; init; }

        public EndedIntroductions? Introductions { get; init; }
    }

    /// <summary>What the owner wants of a tie.</summary>
    internal sealed record Wanted(Layer Layer, int? CadenceDays, int? Closeness, Verdict Verdict, DateOnly? VerdictOn, bool Paused, DateOnly? PausedUntil, DateOnly? SnoozedUntil, DateOnly Since)
    {
        public Layer? CountsAs { get; init; }

        public HowMuch? Trust { get; init; }

        public HowMuch? Willing { get; init; }

        public HowMuch? Standing { get; init; }

        public static Wanted Of(Tie tie) => new(tie.Layer, tie.CadenceDays, tie.Closeness, tie.Verdict, tie.VerdictOn, tie.Paused, tie.PausedUntil, tie.SnoozedUntil, tie.Since) { CountsAs = tie.CountsAs, Trust = tie.Trust, Willing = tie.Willing, Standing = tie.Standing };

        public Wanted With(Wanted other) => this with
        {
            Layer = Layer == Layer.None ? other.Layer : Layer,
            CadenceDays = CadenceDays ?? (Layer == Layer.None ? other.CadenceDays : null), // a layer brings its own
            Closeness = Closeness ?? other.Closeness,
            CountsAs = CountsAs ?? other.CountsAs,
            Trust = Trust ?? other.Trust,
            Willing = Willing ?? other.Willing,
            Standing = Standing ?? other.Standing,
            Verdict = Verdict == Verdict.None ? other.Verdict : Verdict,
            VerdictOn = Verdict == Verdict.None ? other.VerdictOn : VerdictOn,
            Paused = Paused || other.Paused,
            PausedUntil = Paused ? PausedUntil : other.PausedUntil,
            Since = Since < other.Since ? Since : other.Since,
        };

        public void On(Tie tie)
        {
            (tie.Layer, tie.CadenceDays, tie.Closeness, tie.Verdict, tie.VerdictOn, tie.Paused, tie.PausedUntil, tie.SnoozedUntil, tie.Since) = (Layer, CadenceDays, Closeness, Verdict, VerdictOn, Paused, PausedUntil, SnoozedUntil, Since);
            (tie.CountsAs, tie.Trust, tie.Willing, tie.Standing) = (CountsAs, Trust, Willing, Standing);
        }
    }
}
