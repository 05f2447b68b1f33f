using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Intake;

/// <summary>Brings touches in, and those they were with.</summary>
internal sealed class ArrivingTouchActions(Store store, KnownPeople known, ArrivalActions arrivals, ImportWishes wishes, Guid import)
{
    private readonly Dictionary<(string Source, string Identity), Heard> heard = [];
    private readonly Dictionary<(string Source, string Called), Guid?> called = []; // null: several were called so
    private readonly List<(IncomingTouch Touch, string Source, Guid Person)> fresh = [];
    private readonly List<(IncomingTouch Touch, string Source)> rewritten = [];
    private readonly HashSet<(string Source, string Identity)> seen = [];

    public List<ImportChange> Changes { get; } = [];

    public async Task LoadKnown(CancellationToken stop)
    {
        await foreach (var t in store.TouchIdentities.Select(t => new { t.Source, t.Identity, t.Fingerprint, t.PersonId }).AsAsyncEnumerable().WithCancellation(stop))
        {
            heard[(t.Source, t.Identity)] = new(t.Fingerprint, t.PersonId);
            if (TouchesTable.CalledIn(t.Identity) is { } name) Learn(t.Source, name, t.PersonId);
        }
    }

    public async Task Take(string source, IReadOnlyList<(IncomingTouch Touch, FileReport Report)> touches, CancellationToken stop)
    {
        foreach (var (touch, _) in touches)
            if (heard.TryGetValue(Key(source, touch), out var before)) Learn(source, TouchesTable.Called(touch.With.Details), before.Person);
        var strangers = touches.Where(t => Who(source, t.Touch, t.Report) is (null, null)).Select(t => Arrival.Of(source, t.Touch.With, t.Report, isAside: true)).DistinctBy(a => a.Identity).ToList();
        if (strangers.Count > 0) await arrivals.Take(strangers, stop);
        foreach (var (touch, report) in touches)
        {
            var (person, why) = Who(source, touch, report);
            if (person is { } who) Take(source, touch, who, report);
            else report.Skip(touch, why ?? new("Intake.TouchNamesNobody"));
        }
    }

    /// <summary>Writes all at once, so that every tie is weighed once.</summary>
    public async Task Write(CancellationToken stop)
    {
        var ids = await store.RecordMany(fresh.Select(f => New(f.Touch, f.Person)), wishes.Today, wishes.Clock, stop);
        var identities = fresh.Zip(ids, (f, id) => new TouchIdentity { Source = f.Source, Identity = Said.Identity(f.Touch.Identity), Fingerprint = Text(f.Touch.Note), TouchId = id, PersonId = f.Person, ImportId = import });
        await store.InsertMany(identities, stop);
        Changes.AddRange(fresh.Zip(ids, (f, id) => new ImportChange { ImportId = import, Kind = ChangeKind.TouchAdded, Subject = id, After = State(New(f.Touch, f.Person)) }));
        foreach (var (touch, source) in rewritten) await Rewrite(source, touch, stop);
    }

    /// <summary>What a touch was when the import left it.</summary>
    public static string State(NewTouch touch) =>
        Said.Fingerprint(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{touch.On:yyyy-MM-dd} {touch.Kind} {touch.Direction} {touch.Minutes} {string.Join(',', touch.People.Order())} {touch.Note?.Trim()}"));

    private void Take(string source, IncomingTouch touch, Guid person, FileReport report)
    {
        var key = Key(source, touch);
        var isHeard = heard.TryGetValue(key, out var before);
        // Text that was not wanted last time is now; text that is not wanted now is not taken away.
        var isRewritten = isHeard && touch.Note is not null && before!.Fingerprint != Text(touch.Note) && !seen.Contains(key);
        if (known.IsTrashed(person) && (!isHeard || isRewritten))
        {
            report.Skip(touch, new("Intake.InTrash", known.NameOf(person)));
            Show(touch, person, report, Fate.Skipped);
            return;
        }
        if (!isHeard || isRewritten) seen.Add(key);
        if (!isHeard)
        {
            heard[key] = new(Text(touch.Note), person);
            fresh.Add((touch, source, person));
            report.Added += Math.Min(touch.Rows, 1);
            Show(touch, person, report, Fate.New);
            report.Unchanged += Math.Max(touch.Rows - 1, 0); // the same day, person and direction once more
            return;
        }
        if (isRewritten) rewritten.Add((touch, source));
        Show(touch, person, report, isRewritten ? Fate.Changed : Fate.Unchanged);
        report.Updated += isRewritten ? Math.Min(touch.Rows, 1) : 0;
        report.Unchanged += touch.Rows - (isRewritten ? Math.Min(touch.Rows, 1) : 0);
    }

    private void Show(IncomingTouch touch, Guid person, FileReport report, Fate fate) =>
        report.Show(new(touch.Row, known.NameOf(person), new("Intake.TouchAbout", new Reason($"Rhythm.Kind{touch.Kind}"), touch.On), fate));

    /// <summary>With whom it was when it came the first time, else who is meant, or why nobody can be said; both null for a stranger.</summary>
    private (Guid? Person, Reason? Why) Who(string source, IncomingTouch touch, FileReport report)
    {
        if (heard.TryGetValue(Key(source, touch), out var before)) return (before.Person, null);
        var with = touch.With;
        if (with.Identity is { } own) return (known.Find(source, Said.Identity(own))?.Person, null);
        var name = PersonNames.Shown(with.Details);
        var people = with.Details.Emails.Count > 0 ? known.WithEmail(with.Details) : known.Called(name);
        if (people.Count > 1) people = [.. people.Where(p => PersonNames.Key(known.NameOf(p)) == PersonNames.Key(name))];
        return people.Count switch { 0 => (Formerly(source, with, report), null), 1 => (people[0], null), _ => (null, new("Intake.TouchAmbiguous", name)) };
    }

    /// <summary>Whom the source called so before they got another name or address; else who lies in the trash.</summary>
    private Guid? Formerly(string source, IncomingPerson with, FileReport report) =>
        called.GetValueOrDefault((source, TouchesTable.Called(with.Details)))
            ?? known.Find(source, Arrival.Of(source, with, report, isAside: true).Identity)?.Person
            ?? known.InTrash(with.Details);

    private void Learn(string source, string name, Guid person)
    {
        if (!called.TryAdd((source, name), person) && called[(source, name)] != person) called[(source, name)] = null;
    }

    /// <summary>Only when the owner did not write a note of their own.</summary>
    private async Task Rewrite(string source, IncomingTouch touch, CancellationToken stop)
    {
        var key = Said.Identity(touch.Identity);
        var identity = await store.TouchIdentities.FirstAsync(t => t.Source == source && t.Identity == key, stop);
        if (await store.Touches.AsNoTracking().FirstOrDefaultAsync(t => t.Id == identity.TouchId, stop) is not { } row || Text(row.Note) != identity.Fingerprint) return;
        var people = await store.TouchPeople.Where(t => t.TouchId == row.Id).Select(t => t.PersonId).ToListAsync(stop);
        var before = new NewTouch { People = people, On = row.On, Kind = row.Kind, Direction = row.Direction, Minutes = row.Minutes, Note = row.Note };
        await store.ChangeTouch(row.Id, before with { Note = touch.Note }, wishes.Today, stop);
        identity.Fingerprint = Text(touch.Note);
        await store.SaveChangesAsync(stop);
        Changes.Add(new() { ImportId = import, Kind = ChangeKind.TouchChanged, Subject = row.Id, Before = row.Note ?? "", After = State(before with { Note = touch.Note }) });
    }

    private static NewTouch New(IncomingTouch touch, Guid person) => new() { People = [person], On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Note = touch.Note };

    private static (string Source, string Identity) Key(string source, IncomingTouch touch) => (source, Said.Identity(touch.Identity));

    private static string Text(string? note) => Said.Fingerprint(note?.Trim() ?? "");

    /// <summary>A touch that came already.</summary>
    private sealed record Heard(string Fingerprint, Guid Person);
}
