using Mainstay.Rhythm;

namespace Mainstay.Capture;

/// <summary>Gathers what the clauses of a line say, one after the other: who was named, and what the last one was about.</summary>
internal sealed class Saying(string line, DateOnly today, NamesKnown names)
{
    private readonly PeopleTold people = new(names);
    private readonly List<TouchRead> touches = [];
    private readonly List<TaskRead> tasks = [];
    private readonly List<NoteRead> notes = [];
    private readonly LearningsTold learnings = new(line, today);
    private readonly AsksTold asks = new(today);
    private readonly List<string> rest = [], noDays = [];

    /// <summary>Of whom was spoken last.</summary>
    private IReadOnlyList<int> context = [];
    private IReadOnlyList<int> named = [];
    private DaySaid? pendingDay, dayOfSentence;
    private bool lastTouchHasDay;

    /// <summary>The clause that told of the last touch.</summary>
    private TouchTold? touched;
    private Part last;

    private enum Part { None, Touch, Task, Note, Learning }

    public bool HasContext => context.Count > 0;

    public bool IsMentioned(string name) => people.IsMentioned(name);

    public void Begin()
    {
        (pendingDay, dayOfSentence, named) = (null, null, []);
        asks.Begin();
    }

    public Reading Read() => new() { People = people.All, Touches = touches, Tasks = [.. tasks, .. asks.All], Notes = notes, Learnings = learnings.All, Rest = rest, NoDays = noDays };

    /// <summary>By the first rule that fits, of the first of these languages that has one.</summary>
    public void Say(Clause clause, params Grammar[] grammars)
    {
        if (clause.NoDays.ToList() is { Count: > 0 } wrong)
        {
            noDays.AddRange(wrong.Select(w => new Told(line, clause, Grammar.English, 0).Said(w)));
            rest.Add(new Told(line, clause, Grammar.English, 0).Whole);
            return;
        }
        if (clause.Learned is { } learned)
        {
            Learn(learned);
            return;
        }
        if (people.Addresses(clause, context)) return;
        if (clause.Words.All(w => !w.IsWord))
        {
            OnlyDays(clause);
            return;
        }
        var begins = clause.Begins.ToList();
        foreach (var grammar in grammars)
            foreach (var rule in grammar.Rules)
                foreach (var from in begins)
                    if (rule.Form.Match(clause, from) is { } fit && Take(rule, fit, new(line, clause, grammar, from))) return;
        Left(clause);
    }

    private bool Take(Rule rule, Fit fit, Told told) => rule.Says switch
    {
        "touch" => Touch(rule, fit, told),
        "off" => Off(rule, fit, told),
        "nothing" => (fit.People.Count > 0 && Note(fit, told, new("", []), isSo: false)) || Left(told.Clause),
        "mine" => fit.Texts.TryGetValue("TEXT", out var text) && Task(fit, told, text, false),
        "theirs" => fit.Texts.TryGetValue("TEXT", out var text) && Task(fit, told, text, true),
        "do" => (last != Part.Learning || told.Clause.Spans.Count > 0 || told.Addressee((told.From, told.Clause.Count), names) is not null) && Task(fit, told, (told.From, told.Clause.Count), false),
        "birthday" => (rule.More is not ["age"] || told.AgeIn(fit) is not null) && Birthday(fit, told), // who "wird im Juni heiraten" turns nothing
        "job" => told.Grammar.In("role").Any(r => told.Folds(fit.Texts["ROLE"]).Contains(r.Words[0])) && Work(fit, told, false),
        "work" => Work(fit, told, false),
        "former" => Work(fit, told, true),
        "place" => Note(fit, told, new("", []) { Kind = NoteKind.Place, Place = told.Text(fit.Texts["PLACE"]) }),
        _ => (!fit.Texts.TryGetValue("TEXT", out var all) || all.To > all.From) && Note(fit, told, new("", []), isSo: rule.Says != "note"),
    };

    private bool Touch(Rule rule, Fit fit, Told told)
    {
        var isOpen = rule.More[1] == "WAY";
        if (fit.People.Count == 0 && named.Count == 0) return false;
        var who = fit.People.Count == 0 ? named : people.Ids(fit.People);
        var (kind, unused) = told.Medium(fit, Enum.Parse<TouchKind>(isOpen ? fit.Way ?? "meeting" : rule.More[1], true));
        var span = told.Dated;
        var said = span?.Day ?? pendingDay ?? dayOfSentence;
        var on = said is null ? today : isOpen ? said.Likely(today) : said.Back;
        pendingDay = null;
        if (on > today) return Plan(who, told, on);
        if (span is not null) dayOfSentence = said;
        touches.Add(new(who, on, kind, Enum.Parse<Direction>(rule.More[0], true)) { Minutes = told.Minutes, Note = unused });
        people.MetWhere(who, unused);
        (context, named, lastTouchHasDay, last, touched) = (who, [], said is not null, Part.Touch, new(told, fit, unused));
        return true;
    }

    /// <summary>A touch that is still to come is something to do.</summary>
    private bool Plan(IReadOnlyList<int> who, Told told, DateOnly on)
    {
        tasks.Add(new(told.Without((told.From, told.Clause.Count), told.Clause.Spans.FirstOrDefault(s => s.Day is not null)), on, who[0], false));
        (context, last) = (who, Part.Task);
        return true;
    }

    /// <summary>What was called off was no touch: moved to a day to come it is something to do, else a note.</summary>
    private bool Off(Rule rule, Fit fit, Told told)
    {
        var isLast = rule.More.Contains("last"); // "coffee with Bo, but he cancelled"
        if (isLast ? last != Part.Touch || touched?.IsMeantBy(told) is not true : fit.People.Count == 0) return false;
        var (who, before, note) = (isLast ? touches[^1].People : people.Ids(fit.People), isLast ? touched : null, isLast ? touches[^1].Note : null);
        if (isLast)
        {
            touches.RemoveAt(touches.Count - 1);
            people.NotMet();
        }
        (context, pendingDay) = (who, null);
        if (rule.More.Contains("moved") && told.MovedTo(fit) is { } day && (day.IsOfCalendar ? day.Likely(today) : day.Ahead) is var on && on >= today)
        {
            tasks.Add(new((before?.Planned(note) ?? told.PlannedWith(fit)) + told.Behind(fit), on, who[0], false));
            last = Part.Task;
            return true;
        }
        notes.Add(new(before is null ? told.Whole : told.Since(before.Told), who));
        asks.Begin();
        last = Part.Note;
        return true;
    }

    private bool Task(Fit fit, Told told, (int From, int To) range, bool toMe)
    {
        while (range.From < range.To - 1 && told.Clause.IsLead(range.From)) range.From++;
        var days = told.Clause.Spans.Where(s => s.Day is not null).ToList();
        var span = days.Find(s => s.Day!.IsLimit) ?? days.LastOrDefault();
        if (span?.Day is { } said && said.Ahead < today)
        {
            if (told.IsCommand(range)) return false;
            span = null;
        }
        var text = told.Without(range, span);
        if (text.Length == 0) return false;
        int? person = fit.People.Count > 0 ? people.Id(fit.People[0]) : told.Addressee(range, names) is { } name && (names.Of(name) is { IsNew: false } || IsMentioned(name) || told.IsAsked(range, name)) ? people.Id(name) : context.Count > 0 ? context[0] : null;
        tasks.Add(new(text, span?.Day?.Ahead ?? Pending(), person, toMe));
        if (fit.People.Count > 0) context = people.Ids(fit.People);
        else if (context.Count == 0 && person is { } one) context = [one];
        last = Part.Task;
        return true;
    }

    private DateOnly? Pending()
    {
        var due = pendingDay?.Ahead;
        pendingDay = null;
        return due >= today ? due : null;
    }

    private bool Birthday(Fit fit, Told told)
    {
        if (told.Clause.Spans.FirstOrDefault(s => s.Day is not null) is not { } span) return false;
        var (day, year) = (span.Day!.Ahead, told.YearIn(span));
        if (year is null && told.AgeIn(fit) is { } age) year = day.Year - age;
        return Note(fit, told, new("", []) { Kind = NoteKind.Birthday, Birthday = (year, day.Month, day.Day) });
    }

    private bool Work(Fit fit, Told told, bool former)
    {
        var (organization, role) = (told.Text(fit.Texts["ORG"]), fit.Texts.TryGetValue("ROLE", out var said) && said.To > said.From ? told.Text(said) : null);
        var who = fit.People.Count == 0 ? context : people.Ids(fit.People);
        if (who is [var one] && people.All[one].IsNew && people.All[one].Organization is null)
        {
            people.All[one] = people.All[one] with { Organization = organization, Role = role, IsFormer = former };
            context = who;
            if (touches.Exists(t => t.People.Contains(one)))
            {
                asks.Of(told, new(told.Whole, who), people.All);
                return true;
            }
        }
        return Note(fit, told, new("", []) { Kind = NoteKind.Work, Organization = organization, Role = role, IsFormer = former });
    }

    private bool Note(Fit fit, Told told, NoteRead note, bool isSo = true)
    {
        var who = fit.People.Count == 0 ? context : people.Ids(fit.People);
        if (who.Count == 0 || (fit.People.Count == 0 && who.Count > 1 && told.Clause.Words[told.From].Fold is not ("they" or "sie" or "they're"))) return false;
        notes.Add(note with { Text = told.Whole, People = who });
        (context, last) = (who, Part.Note);
        if (isSo && note.Kind != NoteKind.Birthday) asks.Of(told, notes[^1], people.All);
        else asks.Begin();
        return true;
    }

    /// <summary>From each of whom it names; else from the one of whom was spoken last. It is of the day of their touch when it says none.</summary>
    private void Learn(Learned said)
    {
        var who = said.From.Count > 0 ? people.Ids(said.From) : said.MayBeOfContext && context is [var one] ? [one] : [];
        var day = (said.Day ?? pendingDay ?? dayOfSentence)?.Back;
        var on = day <= today ? day.Value : touches.FindLast(t => who.Count > 0 && t.People.Contains(who[0]))?.On ?? today;
        learnings.Add(said, who, on);
        pendingDay = null;
        if (said.From.Count > 0) context = who;
        if (!said.IsAside) last = Part.Learning;
    }

    /// <summary>What no rule fits is more of what was said last; or names of whom the next clause speaks.</summary>
    private bool Left(Clause clause)
    {
        var told = new Told(line, clause, Grammar.English, 0);
        if (clause.NamesAt(0, "KNOWN") is { } only && clause.IsEnd(only.To))
        {
            (context, named) = (people.Ids(only.Names), people.Ids(only.Names));
            return true;
        }
        var text = told.Whole;
        if (last == Part.Touch)
        {
            var touch = touches[^1];
            touches[^1] = touch with { Note = touch.Note is null ? text : touch.Note + told.Joint + text, Minutes = touch.Minutes ?? told.Minutes };
            if (!told.IsShift) OnlyDays(clause);
            people.MetWhere(touch.People, text, isMore: true);
        }
        else if (last == Part.Task)
        {
            var span = clause.Spans.FirstOrDefault(s => s.Day is { } day && day.Ahead >= today);
            tasks[^1] = tasks[^1] with { Text = tasks[^1].Text + told.Joint + told.Without((0, clause.Count), tasks[^1].Due is null ? span : null), Due = tasks[^1].Due ?? span?.Day?.Ahead };
        }
        else if (last == Part.Learning) learnings.More(clause);
        else if (last == Part.Note) notes[^1] = asks.More(told, notes[^1], people.All);
        else rest.Add(text);
        return true;
    }

    /// <summary>"…, yesterday, for an hour"</summary>
    private void OnlyDays(Clause clause)
    {
        var day = clause.Spans.FirstOrDefault(s => s.Day is not null)?.Day;
        if (last == Part.Touch && touches.Count > 0)
        {
            if (day is not null && !lastTouchHasDay && day.Back <= today) (touches[^1], lastTouchHasDay) = (touches[^1] with { On = day.Back }, true);
            touches[^1] = touches[^1] with { Minutes = touches[^1].Minutes ?? clause.Spans.FirstOrDefault(s => s.Minutes is not null)?.Minutes };
        }
        else if (last == Part.Task && day is not null && tasks[^1].Due is null && day.Ahead >= today) tasks[^1] = tasks[^1] with { Due = day.Ahead };
        else if (last == Part.Note && asks.IsDated(clause)) notes[^1] = asks.More(new(line, clause, Grammar.English, 0), notes[^1], people.All);
        else pendingDay = day;
    }
}
