using System.ComponentModel;

namespace Mainstay.Rhythm;

/// <summary>A touch in somebody's timeline, as programs are told of it.</summary>
public sealed record TouchAnswer(DateOnly On, TouchKind Kind, Direction Direction, string? Note, int? Minutes, [property: Description("The names of the others who were part of it.")] IReadOnlyList<string> With, Guid Id)
{
    public static TouchAnswer Of(TouchLine line) => new(line.Touch.On, line.Touch.Kind, line.Touch.Direction, line.Touch.Note, line.Touch.Minutes, line.With, line.Touch.Id);
}
