using Mainstay.Hosting;

namespace Mainstay.Capture;

/// <summary>One line of plain language, read into touches, people, notes, tasks and dates.</summary>
public sealed class CaptureRoom : Room
{
}
