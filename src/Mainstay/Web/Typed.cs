using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>A form as it was typed, with what is wrong about it.</summary>
/// <param name="Form">Which form of the page it is.</param>
/// <param name="Values">Field by field.</param>
/// <param name="Problems">What stands beside the fields.</param>
public sealed record Typed(string Form, IFormCollection Values, Problems Problems)
{
    public string? Value(string field) => Values.TryGetValue(field, out var typed) ? typed.ToString() : null;
}
