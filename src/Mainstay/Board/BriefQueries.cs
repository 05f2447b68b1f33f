using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Board;

/// <summary>Gathers what is good to know before a talk with somebody, from everything that was ever noted of them.</summary>
public sealed class BriefQueries(MapQueries maps)
{
    private const int MostTouches = 3, MostAdvice = 5, MostText = 160;

    public async Task<Brief> Brief(Store store, Guid person, DateOnly today, CancellationToken stop)
    {
        var row = await store.PersonOf(person, stop);
        var places = (await store.PlacesNow([person], stop))[person];
        var seats = (await store.SeatsOf(person, stop)).Where(s => s.StateOn(today) is SeatState.Taken or SeatState.Over).ToList();
        var favours = await store.AllFavours(stop, person);
        BriefSection?[] sections =
        [
            Section("Board.BriefWho", Who(places, seats, today)),
            Section("Board.BriefLast", (await store.TouchesOf(person, stop, MostTouches)).Select(t => Touched(t.Touch, today))),
            Section("Board.BriefAdvice", (await store.AllAdvice(stop, person, MostAdvice)).Select(a => Advised(a.Advice))),
            Section("Board.BriefPromises", (await store.TasksOf(person, stop)).Where(t => t.Task.DoneOn is null).Select(Promised)),
            Section("Board.BriefAsk", await ToAsk(store, person, seats, today, stop)),
            Section("Board.BriefAsks", (await store.AsksTo(person, today, stop)).Where(a => a.Ask.IsOpen(today) && !a.Ask.IsConfidential).Select(a => new Reason("Board.BriefAskLine", a.Ask.What, AskWords.State(a.Ask, a.Name, today)))),
            Section("Board.BriefGive", await ToGive(store, new(person, row.Name), favours, today, stop)),
        ];
        return new(new(person, row.Name), [.. sections.OfType<BriefSection>()]);
    }

    private static BriefSection? Section(string title, IEnumerable<Reason> lines) => lines.ToList() is { Count: > 0 } some ? new(new(title), some) : null;

    private static IEnumerable<Reason> Who(IEnumerable<PlaceNow> places, List<SeatLine> seats, DateOnly today)
    {
        foreach (var place in places)
            if (string.Join(", ", new[] { place.Title, place.Name }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } headline) yield return new("Board.Plain", headline);
        foreach (var seat in seats)
        {
            yield return new("Board.BriefSeat", BoardWords.Seat(seat.Seat), BoardWords.State(seat, today));
            foreach (var term in BoardWords.Terms(seat, today)) yield return term;
        }
    }

    private static Reason Touched(Touch touch, DateOnly today) =>
        touch.Note is { Length: > 0 } note ? new("Board.BriefTouchWith", Telling.Ago(today.DayNumber - touch.On.DayNumber), new Reason($"Rhythm.Kind{touch.Kind}"), Cut(note)) : new("Board.BriefTouch", Telling.Ago(today.DayNumber - touch.On.DayNumber), new Reason($"Rhythm.Kind{touch.Kind}"));

    private static Reason Advised(Advice advice) => new("Board.BriefAdviceLine", advice.On, Cut(advice.Text), BoardWords.State(advice));

    private static Reason Promised(TaskLine line)
    {
        var task = line.Task;
        if (line.IsAboutThem) return task.DueOn is { } day ? new Reason("Rhythm.TaskDue", task.Text, day) : new Reason("Board.Plain", task.Text);
        return new((task.PromisedToMe, task.DueOn) switch { (true, null) => "Board.TheyPromised", (true, _) => "Board.TheyPromisedBy", (_, null) => "Board.IPromised", _ => "Board.IPromisedBy" }, task.Text, task.DueOn);
    }

    /// <summary>What they could help with: the needs they are on the map for, and those their seats are for.</summary>
    private async Task<IEnumerable<Reason>> ToAsk(Store store, Guid person, List<SeatLine> seats, DateOnly today, CancellationToken stop)
    {
        var covers = (await maps.Map(store, today, stop)).Needs.Where(c => c.Counting.Any(h => h.Person.Id == person) || seats.Exists(s => SeatFunctions.Serves(s.Seat, c.Need)));
        return covers.OrderBy(c => c.Coverage).ThenByDescending(c => c.Need.Importance).Take(MostAdvice).Select(c => new Reason("Board.BriefNeed", c.Need.Topic, NeedWords.Kind(c.Need.Kind), c.InWords));
    }

    /// <summary>How it stands between them, and what they said that they need.</summary>
    private static async Task<IEnumerable<Reason>> ToGive(Store store, PersonLine person, List<FavourLine> favours, DateOnly today, CancellationToken stop)
    {
        var wishes = (await store.AllWishes(stop, person.Id)).Select(w => w.Offer is { } offer ? new Reason("Board.BriefWishMet", w.Wish.Text, offer.Text) : new Reason("Board.BriefWish", w.Wish.Text));
        return favours.Count == 0 ? wishes : wishes.Append(Balance.Between(favours.Select(f => f.Favour), today).InWords(person.Name));
    }

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MostText ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[MostText - 1]) ? MostText - 1 : MostText).TrimEnd(), "…");
    }
}
