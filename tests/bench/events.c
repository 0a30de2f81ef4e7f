/* The bare event pass of libyaml over many files: what `check` is measured against. */
#include <stdio.h>
#include <yaml.h>

int main(int argc, char **argv) {
    long events = 0;
    for (int i = 1; i < argc; ++i) {
        FILE *file = fopen(argv[i], "rb");
        yaml_parser_t parser;
        yaml_event_t event;
        int done = 0;
        if (!file || !yaml_parser_initialize(&parser)) return 1;
        yaml_parser_set_input_file(&parser, file);
        while (!done) {
            if (!yaml_parser_parse(&parser, &event)) return 1;
            done = event.type == YAML_STREAM_END_EVENT;
            ++events;
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
        fclose(file);
    }
    printf("%ld\n", events);
    return 0;
}
