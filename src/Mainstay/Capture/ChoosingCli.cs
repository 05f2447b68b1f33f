using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Capture;

/// <summary>How it is said in a terminal who is meant by a name: everybody who may be, with what is typed for them.</summary>
internal static class ChoosingCli
{
    public static void HowToChoose(Desk desk, Reading reading)
    {
        foreach (var whom in reading.Unclear()) HowToChoose(desk, whom.Typed, [.. whom.Candidates.Select(c => new PersonLine(c.Id, c.Label))]);
    }

    public static void HowToChoose(Desk desk, string typed, IReadOnlyList<PersonLine> people)
    {
        if (desk.Paper.AsJson || people.Count == 0) return;
        desk.Paper.Aside(Speech.Say("Capture.HowToChoose", typed));
        foreach (var person in people) desk.Paper.Aside($"  --is {ShellWord.Of($"{typed}={person.Id}")}  {person.Name}");
        desk.Paper.Aside($"  --is {ShellWord.Of($"{typed}=new")}  {Speech.Say("Capture.AddNew", typed)}");
    }
}
