using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary><c>/capture</c>: a line, its reading, and what is changed of it before it is kept.</summary>
public sealed partial class CapturePage
{
    internal const string Address = "/capture", Keeping = "/capture/keep", New = "new";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, (HttpContext http, Visit visit) => Answers.Page<CapturePage>(new { On = WrittenDay.TryRead(http.Request.Query["on"], out var on) && on < visit.Today ? on : visit.Today, Line = http.Request.Query["line"].ToString(), Said = Said.From(http.Request.Query) }));
        pages.Post(Address, Read);
        pages.Post(Keeping, Keep);
    }

    private static async Task<IResult> Read(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var on = OnOf(form, visit);
        var reading = await store.ReadLine(form["line"], on, visit.Owner.Culture, stop);
        var typed = reading.Problems.Any ? new Typed("capture", form, reading.Problems) : null;
        return Answers.Page<CapturePage>(new { On = on, Line = form["line"].ToString(), Reading = typed is null ? reading : null, Typed = typed }, typed);
    }

    private static async Task<IResult> Keep(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var on = OnOf(form, visit);
        var reading = await store.ReadLine(form["line"], on, visit.Owner.Culture, stop);
        try
        {
            Mistaken.ThrowIf(reading.Problems);
            var kept = await store.Keep(Changed(reading, form).With(await Chosen(store, reading, form, stop)), visit.Today, visit.Clock, stop, form.Once());
            return Answers.Done(http, form, Address, ("said", "Capture.SaidKept"), ChangesPage.Undo(kept.Change));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("read", form, mistaken.Problems);
            return Answers.Page<CapturePage>(new { On = on, Line = form["line"].ToString(), Reading = reading.Problems.Any ? null : reading, Kept = typed, Typed = reading.Problems.Any ? typed : null }, typed);
        }
    }

    internal static DateOnly OnOf(IFormCollection form, Visit visit) => WrittenDay.TryRead(form["on"], out var on) && on <= visit.Today.AddDays(1) ? on : visit.Today;

    /// <summary>Who was chosen for names that may mean several, or nobody yet.</summary>
    internal static async Task<IReadOnlyList<WhoChosen>> Chosen(Store store, Reading reading, IFormCollection form, CancellationToken stop)
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
    internal static Reading Changed(Reading reading, IFormCollection form) => reading with
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
