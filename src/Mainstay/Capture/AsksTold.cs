using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>Gathers what a line says of somebody for a day to come, to be asked about on that day: "Ana is moving to Lisbon in June" on the first of June.</summary>
internal sealed class AsksTold(DateOnly today)
{
    /// <summary>A day without its year that was so lately is more likely that one than the one of next year. A judgement.</summary>
    private const int JustBefore = 30;

    private readonly List<TaskRead> all = [];

    /// <summary>The clauses of the note said last, while it may still say its day; and their language.</summary>
    private readonly List<Clause> undated = [];
    private Grammar spoken = Grammar.English;

    public IReadOnlyList<TaskRead> All => all;

    /// <summary>A day does not belong to what was said in another sentence.</summary>
    public void Begin() => undated.Clear();

    /// <summary>Whether these days, said by themselves, are of the note said last: "Zoë is pregnant, due in August".</summary>
    public bool IsDated(Clause days) => undated.Count > 0 && DayOf([.. undated, days]) is not null;

    /// <summary>A note of somebody.</summary>
    public void Of(Told told, NoteRead note, List<Whom> people)
    {
        undated.Clear();
        spoken = told.Grammar;
        Ask(told.Clause, note, people);
    }

    /// <summary>The note said last with more of it, and perhaps its day.</summary>
    public NoteRead More(Told told, NoteRead note, List<Whom> people)
    {
        var more = note with { Text = note.Text + told.Joint + told.Whole };
        if (undated.Count > 0) Ask(told.Clause, more, people);
        return more;
    }

    private void Ask(Clause clause, NoteRead note, List<Whom> people)
    {
        undated.Add(clause);
        if (DayOf(undated) is not { } day) return;
        undated.Clear();
        var (person, name) = (note.People[0], people[note.People[0]].Name);
        var question = (TaskLine.IsAbout(note.Text, name) ? new Reason("Capture.AskHow", note.Text) : new("Capture.AskThemHow", name, note.Text)).InWords(spoken.Culture);
        if (question.Length <= NewTask.MostText) all.Add(new(question, day, person, false));
    }

    /// <summary>The first day after today that they speak of; null when there is none, when they deny what they say, or when they tell of what was.</summary>
    private DateOnly? DayOf(List<Clause> clauses)
    {
        bool Say(string words) => clauses.Any(c => c.Words.Any(w => spoken.Has(words, w.Fold)));
        if (Say("deny")) return null;
        var isPast = clauses.Exists(c => Tense.IsPast(c, spoken));
        return clauses.SelectMany(c => c.Spans).Select(s => s.Day).OfType<DaySaid>().Where(d => IsToCome(d, isPast)).Min(d => (DateOnly?)d.First);
    }

    /// <summary>"Next week" lies ahead whatever is told; "on 3 June" and "in June" do unless something tells of what was.</summary>
    private bool IsToCome(DaySaid day, bool isPast) =>
        day.First > today && (day.Back > today || !(isPast || (day.IsOfCalendar && today.DayNumber - day.Back.DayNumber <= JustBefore)));
}
