// What makes the pages quick. Everything works without it.
import "@hotwired/turbo";
import "./Ui/Menu";
import "./Ui/Toast";
