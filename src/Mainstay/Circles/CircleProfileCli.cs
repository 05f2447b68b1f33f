using System.CommandLine;

namespace Mainstay.Circles;

/// <summary>How one wants to be shown, as options of a command. What is not said stays.</summary>
internal sealed class CircleProfileCli
{
    private readonly Option<string?> name = Text("--name", "Circles.YourName"), about = Text("--about", "Circles.About"), helps = Text("--helps", "Circles.HelpHelps"), seeks = Text("--seeks", "Circles.HelpSeeks"), style = Text("--style", "Circles.Style");
    private readonly Option<int?> capacity = new("--capacity") { Description = "Circles.Capacity", HelpName = "N" }, claims = new("--claims-a-day") { Description = "Circles.ClaimsADay", HelpName = "N" };
    private readonly Option<bool?> doors = new("--opens-doors") { Description = "Circles.OpensDoors" }, employer = new("--for-employer") { Description = "Circles.IsForEmployer" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { name, about, helps, seeks, style, capacity, claims, doors, employer }) command.Add(option);
    }

    public bool SaysAnything(ParseResult typed) => new Option[] { name, about, helps, seeks, style, capacity, claims, doors, employer }.Any(o => typed.GetResult(o) is { Implicit: false });

    public MemberProfile Read(ParseResult typed, MemberProfile was) => was with
    {
        Name = typed.GetValue(name) ?? was.Name,
        About = typed.GetValue(about) ?? was.About,
        Helps = typed.GetValue(helps) ?? was.Helps,
        Seeks = typed.GetValue(seeks) ?? was.Seeks,
        Style = typed.GetValue(style) ?? was.Style,
        Capacity = typed.GetValue(capacity) ?? was.Capacity,
        ClaimsADay = typed.GetValue(claims) ?? was.ClaimsADay,
        OpensDoors = typed.GetValue(doors) ?? was.OpensDoors,
        IsForEmployer = typed.GetValue(employer) ?? was.IsForEmployer,
    };

    private static Option<string?> Text(string name, string about) => new(name) { Description = about, HelpName = "TEXT" };
}
