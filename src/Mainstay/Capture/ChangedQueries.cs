using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Mainstay.Capture;

/// <summary>A reading as the form of its page changed it, before it is kept or before the network was gone.</summary>
internal static class ChangedQueries
{
    /// <summary>What a form says of a name that means somebody new.</summary>
    public const string New = "new";

    /// <summary>The day by which a form's line was read.</summary>
    public static DateOnly OnOf(IFormCollection form, DateOnly today) => WrittenDay.TryRead(form["on"], out var on) && on <= today.AddDays(1) ? on : today;

    /// <summary>The form in which the reading of a jotting was changed; null when it was not.</summary>
    public static FormCollection? ChangesOf(this JottingLine line) => !line.IsMet && line.Jotting.Changes is { } changes ? new(QueryHelpers.ParseQuery(changes)) : null;

    /// <summary>The day by which a jotting is read: the one its page had, else the one on which it was jotted down.</summary>
    public static async Task<DateOnly> ReadingDay(this Store store, JottingLine line, DateOnly today, CancellationToken stop) =>
        line.ChangesOf() is { } form && form.ContainsKey("on") ? OnOf(form, today) : await store.DayOf(line.Jotting, today, stop);

    /// <summary>The reading as the form has it now, and with whom it says is meant.</summary>
    public static async Task<Reading> AsChanged(this Store store, Reading reading, IFormCollection form, CancellationToken stop) => Changed(reading, form).With(await store.ChosenIn(reading, form, stop));

    /// <summary>Who was chosen for names that may mean several, or nobody yet.</summary>
    private static async Task<List<WhoChosen>> ChosenIn(this Store store, Reading reading, IFormCollection form, CancellationToken stop)
    {
        var choices = new List<WhoChosen>();
        for (var place = 0; place < reading.People.Count; place++)
        {
            var typed = reading.People[place].Typed;
            var other = form.Filled($"who-{place}.other") ?? form.Filled($"who-{place}.name");
            if (other is not null && await store.Chosen($"{typed}={other}", stop) is { Id: not null } named) choices.Add(named);
            else if (form.Filled($"who-{place}") is not { } said) continue;
            else if (said == New) choices.Add(new(typed, null));
            else if (Guid.TryParse(said, out var id)) choices.Add(new(typed, id, (await store.PersonOf(id, stop)).Name));
        }
        return choices;
    }

    /// <summary>The reading with its parts as the form has them now; those without a tick are dropped.</summary>
    private static Reading Changed(Reading reading, IFormCollection form) => reading with
    {
        Touches = [.. Ticked(reading.Touches, "touch", form).Select(t => t.Part with { Kind = Of(form, t.At + "-kind", t.Part.Kind), Direction = Of(form, t.At + "-way", t.Part.Direction), On = form.Day(t.At + "-on") ?? t.Part.On, Minutes = Minutes(form, t.At, t.Part), Note = form.ContainsKey(t.At + "-note") ? form.Filled(t.At + "-note") : t.Part.Note })],
        Tasks = [.. Ticked(reading.Tasks, "task", form).Select(t => t.Part with { Text = form.Filled(t.At + "-text") ?? t.Part.Text, Due = form.ContainsKey(t.At + "-due") ? form.Day(t.At + "-due") : t.Part.Due, ToMe = form.Filled(t.At + "-way") is { } way ? way == "theirs" : t.Part.ToMe, Person = Person(reading, form, t.At, t.Part.Person) })],
        Learnings = [.. Ticked(reading.Learnings, "learning", form).Select(l => l.Part with { Text = form.Filled(l.At + "-text") ?? l.Part.Text, Topic = form.ContainsKey(l.At + "-topic") ? form.Filled(l.At + "-topic") : l.Part.Topic, On = form.Day(l.At + "-on") ?? l.Part.On, Person = Person(reading, form, l.At, l.Part.Person) })],
        Notes = [.. Ticked(reading.Notes, "note", form).Select(n => n.Part with { Text = form.Filled(n.At + "-text") ?? n.Part.Text })],
    };

    private static IEnumerable<(T Part, string At)> Ticked<T>(IReadOnlyList<T> parts, string name, IFormCollection form) => parts.Select((part, i) => (part, At: $"{name}-{i}")).Where(p => form.ContainsKey(p.At));

    private static T Of<T>(IFormCollection form, string name, T otherwise) where T : struct, Enum => form.Filled(name) is { } said && Enum.TryParse<T>(said, true, out var value) && Enum.IsDefined(value) ? value : otherwise;

    private static int? Minutes(IFormCollection form, string at, TouchRead touch)
    {
        if (!form.ContainsKey(at + "-minutes")) return touch.Minutes;
        if (form.Filled(at + "-minutes") is not { } typed) return null;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw new Mistaken(new Problems().When(true, at + "-minutes", "Rhythm.OddMinutes"));
    }

    private static int? Person(Reading reading, IFormCollection form, string at, int? otherwise)
    {
        if (!form.ContainsKey(at + "-person")) return otherwise;
        return int.TryParse(form[at + "-person"], NumberStyles.None, CultureInfo.InvariantCulture, out var person) && reading.Used().Contains(person) ? person : null;
    }
}
