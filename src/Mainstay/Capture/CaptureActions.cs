using System.Text.Json;
using Mainstay.Learnings;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Capture;

/// <summary>What became of a line: what was added, and by what all of it is taken back.</summary>
public sealed record KeptLine(Guid Change, IReadOnlyList<Guid> Touches, IReadOnlyList<Guid> Tasks, IReadOnlyList<Guid> NewPeople)
{
    /// <summary>Changes of people's records, in their order.</summary>
    public IReadOnlyList<Guid> Changes { get; init; } = [];

    public IReadOnlyList<Guid> Learnings { get; init; } = [];
}

public static class CaptureActions
{
    private const string Kind = "capture";

    /// <summary>Keeps all that was read from a line, or nothing of it. When <paramref name="once"/> is given, the same again counts once.</summary>
    public static Task<KeptLine> Keep(this Store store, Reading reading, DateOnly today, TimeProvider clock, CancellationToken stop, Guid? once = null) => store.AllOrNothing(async () =>
    {
        if (once is { } key && await store.Formers.AsNoTracking().FirstOrDefaultAsync(f => f.Id == key && f.Kind == Kind, stop) is { } already) return Kept(already);
        Mistaken.ThrowIf(reading.Check());
        var people = await store.PeopleOf(reading, today, clock, stop);
        var touches = new List<(Guid Id, TouchRead Touch)>();
        foreach (var touch in reading.Touches) touches.Add(((await store.Record(touch.ToTouch(people.Ids), today, clock, stop)).Id, touch));
        var tasks = new List<Guid>();
        foreach (var task in reading.Tasks) tasks.Add((await store.Promise(task.ToTask(people.Ids, touches), clock, stop)).Id);
        foreach (var note in reading.Notes)
            foreach (var person in note.People.Select(p => people.Ids[p]).Distinct()) people.Changes.AddRange(await store.Note(person, note, today, clock, stop));
        var learnings = new List<Guid>();
        foreach (var learning in reading.Learnings) learnings.Add((await store.NoteLearning(learning.ToLearning(people.Ids, touches), today, clock, stop)).Id);
        return await store.Remember(new(once ?? Guid.CreateVersion7(), [.. touches.Select(t => t.Id)], tasks, people.Added) { Changes = people.Changes, Learnings = learnings }, clock, stop);
    }, stop);

    private static NewTouch ToTouch(this TouchRead touch, Dictionary<int, Guid> people) =>
        new() { People = [.. touch.People.Select(p => people[p]).Distinct()], On = touch.On, Kind = touch.Kind, Direction = touch.Direction, Minutes = touch.Minutes, Note = touch.Note };

    private static NewTask ToTask(this TaskRead task, Dictionary<int, Guid> people, List<(Guid Id, TouchRead Touch)> touches) => new()
    {
        Text = task.Text,
        DueOn = task.Due,
        PersonId = task.Person is { } person ? people[person] : null,
        PromisedToMe = task.ToMe,
        TouchId = With(task.Person, touches),
    };

    private static NewLearning ToLearning(this LearningRead learning, Dictionary<int, Guid> people, List<(Guid Id, TouchRead Touch)> touches) => new()
    {
        Text = learning.Text,
        Topic = learning.Topic,
        On = learning.On,
        Where = new(learning.Person is { } person ? people[person] : null, With(learning.Person, touches)),
    };

    /// <summary>The touch with somebody of which the same line tells.</summary>
    private static Guid? With(int? person, List<(Guid Id, TouchRead Touch)> touches) =>
        person is { } who && touches.Find(t => t.Touch.People.Contains(who)) is { Touch: not null } with ? with.Id : null;

    /// <summary>Everybody of whom something is kept; who is new is added.</summary>
    private static async Task<(Dictionary<int, Guid> Ids, List<Guid> Added, List<Guid> Changes)> PeopleOf(this Store store, Reading reading, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var (ids, added) = (new Dictionary<int, Guid>(), new List<Guid>());
        foreach (var place in reading.Used().Order())
        {
            var whom = reading.People[place];
            if (whom.Person is { } known)
            {
                ids[place] = known.Id;
                continue;
            }
            var metOn = reading.Touches.FirstOrDefault(t => t.People.Contains(place))?.On;
            if (await store.MeetCandidate(whom.Typed, null, clock, stop) is { } candidate)
            {
                ids[place] = candidate;
                continue;
            }
            var person = await store.AddPerson(whom.ToDetails(metOn), clock, stop);
            if (whom is { Organization: { } organization, IsFormer: false }) await store.SetAffiliations(person.Id, [new(organization, whom.Role)], clock, stop);
            ids[place] = person.Id;
            added.Add(person.Id);
        }
        return (ids, added, []);
    }

    private static PersonDetails ToDetails(this Whom whom, DateOnly? metOn) => new()
    {
        Name = whom.Typed,
        MetOn = metOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        MetWhere = whom.MetWhere,
        Emails = whom.Email is { } email ? [new(email)] : [],
        Notes = whom is { Organization: { } organization, IsFormer: true } ? new Reason("Capture.Formerly", organization).InWords() : null,
    };

    /// <summary>Where the record has a place for it, there, as long as that is free; and as it was typed among the notes.</summary>
    private static async Task<IReadOnlyList<Guid>> Note(this Store store, Guid person, NoteRead note, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var (details, changes) = (await store.DetailsToEdit(person, stop), new List<Guid?>());
        var written = false;
        if (note.Birthday is var (year, month, day))
        {
            var before = details.Dates.FirstOrDefault(d => d.Kind == "birthday");
            written = before is null || (before.Month, before.Day) == (month, day);
            if (before is null) changes.Add(await store.Edit(person, "dates", details with { Dates = [.. details.Dates, new("birthday", year, month, day)] }, clock, stop));
        }
        if (note.Place is { } place && details.Addresses.Count == 0) changes.Add(await store.Edit(person, "addresses", details with { Addresses = [new(null, null, place, null, null)] }, clock, stop));
        if (note is { Organization: { } organization, IsFormer: false }) changes.Add(await store.Works(person, organization, note.Role, clock, stop));
        if (!written) changes.Add(await store.Edit(person, "notes", details with { Notes = string.Join("\n\n", new[] { details.Notes, new Reason("Capture.NoteLine", note.Text, today).InWords() }.Where(n => !string.IsNullOrWhiteSpace(n))) }, clock, stop));
        return [.. changes.OfType<Guid>()];
    }

    private static async Task<Guid?> Edit(this Store store, Guid person, string section, PersonDetails now, TimeProvider clock, CancellationToken stop) =>
        (await store.EditPerson(person, new(PersonEdits.Section(section)!, now, new Dictionary<string, string>()), clock, stop)).Undo;

    private static async Task<Guid?> Works(this Store store, Guid person, string organization, string? role, TimeProvider clock, CancellationToken stop)
    {
        var now = await store.PlacesToEdit(person, stop);
        if (now.Places.Any(p => p.Until is null && PersonNames.Key(p.Organization ?? "") == PersonNames.Key(organization) && (role is null || p.Title is not null))) return null;
        return (await store.EditAffiliations(person, new(AffiliationFields.Section, new([new(organization, role), .. now.Places]), new Dictionary<string, string>()), clock, stop)).Undo;
    }

    private static async Task<KeptLine> Remember(this Store store, KeptLine kept, TimeProvider clock, CancellationToken stop)
    {
        await store.KeepFormer(new() { Id = kept.Change, Kind = Kind, Before = JsonSerializer.Serialize(kept, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
        return kept;
    }

    private static KeptLine Kept(Former former) => JsonSerializer.Deserialize<KeptLine>(former.Before, Json.OneLine)!;

    /// <summary>Takes back all that was kept of a line, the last first.</summary>
    internal sealed class Back : IPutBack
    {
        private static readonly IPutBack[] Rooms = [new EditActions.Back(), new AffiliationActions.Back()];

        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var kept = Kept(former);
            foreach (var change in kept.Changes.Reverse()) await store.TakeBack(change, Rooms, clock, stop);
            var (touches, tasks, learnings) = (kept.Touches.ToArray(), kept.Tasks.ToArray(), kept.Learnings.ToArray());
            await store.Learnings.Where(l => learnings.Contains(l.Id)).ExecuteDeleteAsync(stop);
            await store.Tasks.Where(t => tasks.Contains(t.Id)).ExecuteDeleteAsync(stop);
            if (touches.Length > 0) await store.RemoveTouches(touches, stop);
            foreach (var person in kept.NewPeople)
                if (await store.People.AnyAsync(p => p.Id == person, stop)) await store.TrashPerson(person, clock, stop);
        }
    }
}
